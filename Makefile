# `sam build` calls build-<LogicalId> for each function of template.yaml, with ARTIFACTS_DIR set to an empty folder.
# SAM's own Maven workflow sees only one module; these functions share the modules below shared/.

build-WebhookReceiver: MODULE = webhook-receiver
build-InvoiceSync: MODULE = invoice-sync
build-PaymentSync: MODULE = payment-sync
build-InvoiceStatusPoller: MODULE = invoice-status-poller
build-ChangeSweeper: MODULE = change-sweeper
build-DueRunner: MODULE = due-runner
build-Operator: MODULE = operator
build-Connect: MODULE = connect

build-WebhookReceiver build-InvoiceSync build-PaymentSync build-InvoiceStatusPoller build-ChangeSweeper build-DueRunner build-Operator build-Connect:
	mvn -q -B -pl functions/$(MODULE) -am -DskipTests -Dspotless.check.skip package
	cp -R functions/$(MODULE)/target/lambda/. "$(ARTIFACTS_DIR)"

.PHONY: build-WebhookReceiver build-InvoiceSync build-PaymentSync build-InvoiceStatusPoller build-ChangeSweeper build-DueRunner build-Operator build-Connect
