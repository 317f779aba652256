package io.ringside.gateway.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.runtime.failure.Failures;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Writes every error of the HTTP edge as a problem: the framework's and ours, without traces or inner workings. */
@Singleton
final class Problems implements ErrorResponseProcessor<Problem> {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final long MS_PER_SECOND = 1_000;
    private static final long RETRY_AFTER_MS = 1_000;
    private static final Map<Integer, ErrorCode> CODES = Map.of(
            400, ErrorCode.MALFORMED,
            401, ErrorCode.UNAUTHENTICATED,
            403, ErrorCode.FORBIDDEN,
            404, ErrorCode.NOT_FOUND,
            405, ErrorCode.METHOD_NOT_ALLOWED,
            413, ErrorCode.TOO_LARGE,
            415, ErrorCode.MALFORMED,
            426, ErrorCode.MALFORMED,
            429, ErrorCode.RATE_LIMITED);

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext error, MutableHttpResponse<?> response) {
        Fault fault = error.getRootCause()
                .flatMap(Problems::faultOf)
                .orElseGet(() -> faultOf(response.code(), error.getRequest()));
        int status = status(fault, response.code());
        MutableHttpResponse<?> answer = response.status(status);
        if (fault.retryAfterMs() != null) {
            long seconds = Math.max(1, (fault.retryAfterMs() + MS_PER_SECOND - 1) / MS_PER_SECOND);
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        if (status == ErrorCode.UNAUTHENTICATED.status()) {
            // RFC 6750: whoever sent a token is told that the token was the reason.
            answer.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    hasToken(error.getRequest()) ? "Bearer error=\"invalid_token\"" : "Bearer");
        }
        if (status == HttpStatus.UPGRADE_REQUIRED.getCode()) {
            answer.header(HttpHeaders.UPGRADE, "websocket").header(HttpHeaders.SEC_WEBSOCKET_VERSION, "13");
        }
        Problem problem = new Problem(
                "about:blank",
                titleOf(status),
                status,
                fault.message(),
                fault.code().name(),
                fault.field(),
                fault.retryAfterMs(),
                Correlation.of(error.getRequest()));
        MutableHttpResponse<Problem> body = answer.body(problem);
        return error.getRequest().getMethod() == HttpMethod.HEAD ? body.body(null) : body.contentType(MEDIA_TYPE);
    }

    /** What the framework refuses keeps its status; what we refuse, or what passes, has the status of its code. */
    private static int status(Fault fault, int framework) {
        return framework >= 500 && fault.code() == ErrorCode.UNAVAILABLE && fault.retryAfterMs() == null
                ? framework
                : statusOf(fault, framework);
    }

    private static int statusOf(Fault fault, int framework) {
        return CODES.get(framework) == fault.code() ? framework : fault.code().status();
    }

    /** A refusal says what it is; a server behind us that is away is no defect, and comes back. */
    private static Optional<Fault> faultOf(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal.fault());
        }
        return Failures.passes(cause)
                ? Optional.of(Fault.later(ErrorCode.UNAVAILABLE, "The book cannot be read now.", RETRY_AFTER_MS))
                : Optional.empty();
    }

    private static Fault faultOf(int status, HttpRequest<?> request) {
        ErrorCode code = CODES.getOrDefault(status, status >= 500 ? ErrorCode.UNAVAILABLE : ErrorCode.MALFORMED);
        return Fault.of(code, sentence(status, hasToken(request)));
    }

    private static boolean hasToken(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
    }

    private static String sentence(int status, boolean hasToken) {
        return switch (status) {
            // Which of the two it is, and why, is nobody's business but ours.
            case 401 -> hasToken ? "The access token is not good, or no longer: refresh it." : "Sign in first.";
            case 403 -> "This is not yours.";
            case 404 -> "There is no such thing.";
            case 405 -> "There is such a thing, but this cannot be done with it: see Allow.";
            case 413 -> "The body is too large.";
            case 426 -> "This is where sockets are opened: ask for an upgrade to websocket, version 13.";
            default -> status >= 500 ? "Something went wrong on our side." : "The request is not well formed.";
        };
    }

    private static String titleOf(int status) {
        for (HttpStatus each : HttpStatus.values()) {
            if (each.getCode() == status) {
                return each.getReason();
            }
        }
        return "Error";
    }
}
