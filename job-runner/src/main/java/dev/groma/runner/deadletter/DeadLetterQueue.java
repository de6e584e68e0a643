package dev.groma.runner.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A dead-letter queue. Messages that were received and not acted on are given back when it is
 * closed. Not for several threads.
 */
public final class DeadLetterQueue implements AutoCloseable {

  /** How long what is received is hidden: longer than anyone waits for this program. */
  private static final Duration HIDDEN = Duration.ofMinutes(5);

  /** A call that waits asks all of SQS's servers; one that does not may miss messages. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private static final int MOST_PER_CALL = 10;

  private final QueueAddress address;
  private final SqsClient sqs;

  /** Received, and neither deleted nor given back, by id. */
  private final Map<String, DeadMessage> held = new HashMap<>();

  private DeadLetterQueue(QueueAddress address, SqsClient sqs) {
    this.address = address;
    this.sqs = sqs;
  }

  /** Opens a queue; nothing is asked of it yet. */
  public static DeadLetterQueue open(QueueAddress address, AwsCredentialsProvider credentials) {
    return new DeadLetterQueue(
        address,
        SqsClient.builder()
            .credentialsProvider(credentials)
            .region(address.signedFor())
            .endpointOverride(address.endpoint())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build());
  }

  /**
   * Receives until the queue has no more, or as many of the selection as wanted. What is received
   * besides is given back when the queue is closed.
   *
   * @param most messages wanted
   */
  public List<DeadMessage> receive(Selection selection, int most) throws QueueException {
    List<DeadMessage> selected = new ArrayList<>();
    while (selected.size() < most) {
      List<Message> batch = call("sqs:ReceiveMessage", address.url(), this::receiveBatch);
      if (batch.isEmpty()) {
        return selected;
      }
      for (Message received : batch) {
        DeadMessage message = new DeadMessage(received);
        boolean again = held.put(message.id(), message) != null;
        if (!again && selection.covers(message) && selected.size() < most) {
          selected.add(message);
        }
      }
    }
    return selected;
  }

  private List<Message> receiveBatch() {
    return sqs.receiveMessage(request ->
            request
                .queueUrl(address.url())
                .maxNumberOfMessages(MOST_PER_CALL)
                .visibilityTimeout((int) HIDDEN.toSeconds())
                .waitTimeSeconds((int) WAIT.toSeconds())
                .messageAttributeNames("All")
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /**
   * The queue that these messages came from: the one whose redrive policy names this queue.
   *
   * @throws QueueException when there is none, or more than one
   */
  public String source() throws QueueException {
    List<String> sources =
        call(
            "sqs:ListDeadLetterSourceQueues",
            address.url(),
            () ->
                sqs.listDeadLetterSourceQueues(request -> request.queueUrl(address.url()))
                    .queueUrls());
    if (sources.size() != 1) {
      throw new QueueException(
          "%s is the dead-letter queue of %s; say with --to where to send"
              .formatted(
                  address.url(), sources.isEmpty() ? "no queue" : String.join(", ", sources)));
    }
    return sources.getFirst();
  }

  /**
   * Sends a message back and only then deletes it here: whatever fails in between, it is in one of
   * the two queues, or in both, and then the bridge knows it for the same request.
   *
   * @param to URL of the queue
   */
  public void redrive(DeadMessage message, String to) throws QueueException {
    if (message.truncatedBytes().isPresent()) {
      throw new QueueException(
          "%s lacks its last %s bytes, for which the dead-letter queue had no room: send it again"
                  .formatted(message.id(), message.truncatedBytes().get())
              + " yourself, then drop it here");
    }
    if (to.equals(address.url())) {
      throw new QueueException("--to names the dead-letter queue itself");
    }
    Map<String, MessageAttributeValue> attributes = message.attributesBack();
    call(
        "sqs:SendMessage",
        to,
        () ->
            sqs.sendMessage(request -> {
              request.queueUrl(to).messageBody(message.body()).messageAttributes(attributes);
              message.groupId().ifPresent(request::messageGroupId);
              if (to.endsWith(".fifo")) {
                // Its own id would be one that the queue has had lately and would pass over.
                request.messageDeduplicationId("redrive-" + message.id());
              }
            }));
    delete(message);
  }

  /** Deletes a message for good. */
  public void delete(DeadMessage message) throws QueueException {
    call(
        "sqs:DeleteMessage",
        address.url(),
        () ->
            sqs.deleteMessage(request ->
                request
                    .queueUrl(address.url())
                    .receiptHandle(
                        held.getOrDefault(message.id(), message).message().receiptHandle())));
    held.remove(message.id());
  }

  /** Gives back what was not acted on; what cannot be given back comes back by itself. */
  @Override
  public void close() {
    for (DeadMessage message : List.copyOf(held.values())) {
      try {
        sqs.changeMessageVisibility(request ->
            request
                .queueUrl(address.url())
                .receiptHandle(message.message().receiptHandle())
                .visibilityTimeout(0));
      } catch (SdkException leftToItsTime) {
        break;
      }
    }
    held.clear();
    sqs.close();
  }

  @FunctionalInterface
  private interface Call<T> {
    T run();
  }

  private <T> T call(String right, String url, Call<T> call) throws QueueException {
    try {
      return call.run();
    } catch (AwsServiceException answered) {
      throw new QueueException(
          "%s: SQS at %s answers %d %s; check the queue's URL, and that these credentials have %s on it"
              .formatted(url, address.describe(), answered.statusCode(), said(answered), right));
    } catch (SdkException unanswered) {
      throw new QueueException(
          "%s: SQS at %s cannot be asked: %s; check --endpoint, --region and the credentials"
              .formatted(url, address.describe(), String.valueOf(unanswered.getMessage())));
    }
  }

  private static String said(AwsServiceException answered) {
    return answered.awsErrorDetails() == null
        ? "without a word"
        : "%s (%s)"
            .formatted(
                answered.awsErrorDetails().errorCode(), answered.awsErrorDetails().errorMessage());
  }
}
