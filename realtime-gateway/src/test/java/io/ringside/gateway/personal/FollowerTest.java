package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.frame.Unsent;
import io.ringside.testkit.Eventually;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private final List<String> answers = new ArrayList<>();

    @Test
    void keepsNothingOfTheRequestOnceItIsAnswered() {
        Request request = new Request("a ticket");
        Follower follower = followerFor(request);
        WeakReference<Request> kept = new WeakReference<>(request);
        request = null;
        assertThat(follower.answered()).isFalse();
        follower.answer(new History(10), "1", () -> {});
        assertThat(answers).containsExactly("a ticket");
        Eventually.holds("the request is collected", () -> {
            System.gc();
            return kept.get() == null;
        });
        assertThat(follower.answered()).isTrue();
    }

    private Follower followerFor(Request request) {
        return new Follower(Unsent.outbound(), null, (how, pump) -> answers.add(request.ticket()), trouble -> {});
    }

    private record Request(String ticket) {}
}
