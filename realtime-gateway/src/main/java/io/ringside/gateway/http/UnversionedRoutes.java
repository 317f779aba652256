package io.ringside.gateway.http;

import io.micronaut.context.ExecutionHandleLocator;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.web.router.AnnotatedMethodRouteBuilder;
import io.micronaut.web.router.naming.HyphenatedUriNamingStrategy;
import jakarta.inject.Singleton;

/**
 * Paths say which version of the HTTP they speak, {@code /api/v1/…}. Clients from before there were versions say none
 * and mean the first: each of its routes is also one without.
 */
@Singleton
final class UnversionedRoutes extends AnnotatedMethodRouteBuilder {
    private static final String FIRST = "/api/v1";
    private static final String NONE = "/api";

    UnversionedRoutes(ExecutionHandleLocator handles, ConversionService conversions) {
        super(handles, new WithoutVersion(), conversions);
    }

    @Override
    public void process(BeanDefinition<?> controller, ExecutableMethod<?, ?> method) {
        if (new HyphenatedUriNamingStrategy().resolveUri(controller).startsWith(FIRST)) {
            super.process(controller, method);
        }
    }

    private static final class WithoutVersion extends HyphenatedUriNamingStrategy {
        @Override
        public String resolveUri(BeanDefinition<?> controller) {
            return NONE + super.resolveUri(controller).substring(FIRST.length());
        }
    }
}
