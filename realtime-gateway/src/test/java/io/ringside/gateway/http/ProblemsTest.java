package io.ringside.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void aBookThatIsAwayIsToBeAskedAgain() {
        MutableHttpResponse<Problem> answer =
                answerTo(new IllegalStateException("pool", new SQLTransientConnectionException("request timed out")));

        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.getHeaders().get("Retry-After")).isEqualTo("1");
        assertThat(answer.body().code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.body().detail()).isEqualTo("The book cannot be read now.");
    }

    @Test
    void aDefectOfOursIsSaidToBeOne() {
        MutableHttpResponse<Problem> answer = answerTo(new IllegalStateException("a defect"));

        assertThat(answer.code()).isEqualTo(500);
        assertThat(answer.getHeaders().contains("Retry-After")).isFalse();
        assertThat(answer.body().detail()).isEqualTo("Something went wrong on our side.");
    }

    private static MutableHttpResponse<Problem> answerTo(Throwable cause) {
        ErrorContext error = ErrorContext.builder(HttpRequest.GET("/api/orders"))
                .cause(cause)
                .build();
        return new Problems().processResponse(error, HttpResponse.serverError());
    }
}
