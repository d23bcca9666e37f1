package dev.quotetocash.sandbox.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// One handler object and the two conversions around it: JSON to the handler's event class, its reply to JSON,
/// by the same library as the managed runtime's.
final class HandlerInstance {

    private final RequestHandler<Object, Object> handler;
    private final PojoSerializer<Object> events;
    private final PojoSerializer<Object> replies;

    private HandlerInstance(
            RequestHandler<Object, Object> handler, PojoSerializer<Object> events, PojoSerializer<Object> replies) {
        this.handler = handler;
        this.events = events;
        this.replies = replies;
    }

    @SuppressWarnings("unchecked") // The event comes from the serializer of the type that the handler itself declares.
    static HandlerInstance of(String className, ClassLoader loader, Map<String, String> environment) {
        try {
            var type = loader.loadClass(className);
            if (!RequestHandler.class.isAssignableFrom(type))
                throw new IllegalStateException(className + " is no RequestHandler");
            var handler = (RequestHandler<Object, Object>)
                    type.getConstructor(Map.class).newInstance(environment);
            var arguments = handlerTypes(type);
            return new HandlerInstance(handler, serializer(arguments[0], loader), serializer(arguments[1], loader));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(className + " could not be constructed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " has no public constructor (Map<String, String>)", e);
        }
    }

    String handle(String event, Context context) {
        var reply = handler.handleRequest(events.fromJson(event), context);
        var json = new ByteArrayOutputStream();
        replies.toJson(reply, json);
        return json.toString(StandardCharsets.UTF_8);
    }

    private static Type[] handlerTypes(Class<?> type) {
        return Arrays.stream(type.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(one -> one.getRawType().equals(RequestHandler.class))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(type.getName() + " must implement RequestHandler directly"))
                .getActualTypeArguments();
    }

    @SuppressWarnings("unchecked")
    private static PojoSerializer<Object> serializer(Type type, ClassLoader loader) {
        if (type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName()))
            return (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(event, loader);
        return JacksonFactory.getInstance().getSerializer(type);
    }
}
