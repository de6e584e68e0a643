package dev.groma.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter text = new StringWriter();
  private final PrintWriter err = new PrintWriter(text);
  private long millis;

  @Test
  void a_bar_is_one_line_written_over_and_wiped_at_the_end() {
    ProgressBar bar = new ProgressBar(err, "plan", this::nanoTime);
    after(100, () -> bar.show(50, "tracing"));
    after(100, () -> bar.show(100, "writing"));
    bar.close();
    assertThat(text.toString())
        .isEqualTo(
            "\rplan [============            ]  50 %  tracing               "
                + "\rplan [========================] 100 %  writing               "
                + "\r\u001b[K");
  }

  @Test
  void a_bar_does_not_flicker() {
    ProgressBar bar = new ProgressBar(err, "plan", this::nanoTime);
    bar.show(1, "reading");
    after(100, () -> bar.show(2, "reading"));
    after(10, () -> bar.show(3, "reading"));
    assertThat(text.toString()).contains("  2 %").doesNotContain("  1 %", "  3 %");
  }

  @Test
  void a_run_of_milliseconds_shows_no_bar() {
    ProgressBar bar = new ProgressBar(err, "plan", this::nanoTime);
    after(10, () -> bar.show(99, "writing"));
    bar.close();
    assertThat(text.toString()).isEmpty();
  }

  @Test
  void a_log_gets_a_line_every_few_seconds() {
    LoggedProgress progress = new LoggedProgress(new TextLog(err, "plan"), this::nanoTime);
    for (int percent = 0; percent < 100; percent++) {
      int now = percent;
      after(120, () -> progress.show(now, "tracing"));
    }
    assertThat(text.toString().lines())
        .containsExactly(
            "plan: progress percent=41 stage=tracing", "plan: progress percent=83 stage=tracing");
  }

  private long nanoTime() {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private void after(long more, Runnable action) {
    millis += more;
    action.run();
  }
}
