/// What the stack keeps in AWS: links, marks and journal in DynamoDB, notices in SQS, credentials in Secrets
/// Manager.
@NullMarked
package dev.quotetocash.aws;

import org.jspecify.annotations.NullMarked;
