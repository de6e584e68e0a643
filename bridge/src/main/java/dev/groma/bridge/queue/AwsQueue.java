package dev.groma.bridge.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutqueue.QueueDepth;
import dev.groma.api.reason.QueueReason;
import dev.groma.bridge.queue.QueueAttributes.Redrive;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A queue through Amazon's client. */
public final class AwsQueue implements Queue {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The codes by which SQS says that a receipt handle is of no use any more. */
  private static final Set<String> SPENT =
      Set.of("ReceiptHandleIsInvalid", "InvalidParameterValue", "MessageNotInflight");

  private final SqsClient sqs;
  private final String url;
  private final @Nullable String deadLettersUrl;
  private final InstantSource clock;

  /**
   * A queue.
   *
   * @param sqs closed with the queue
   * @param deadLettersUrl its dead-letter queue; null: that of its redrive policy
   */
  public AwsQueue(SqsClient sqs, String url, @Nullable String deadLettersUrl, InstantSource clock) {
    this.sqs = sqs;
    this.url = url;
    this.deadLettersUrl = deadLettersUrl;
    this.clock = clock;
  }

  @Override
  public List<Received> receive(int most, Duration wait, Duration visibility)
      throws QueueException {
    return ask(() ->
        sqs
            .receiveMessage(request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(most)
                    .waitTimeSeconds(Math.toIntExact(wait.toSeconds()))
                    .visibilityTimeout(Math.toIntExact(visibility.toSeconds()))
                    .messageSystemAttributeNames(AwsMessages.SYSTEM_ATTRIBUTES)
                    .messageAttributeNames("All"))
            .messages()
            .stream()
            .map(message -> AwsMessages.received(message, clock.instant()))
            .toList());
  }

  @Override
  public Set<String> delete(List<String> receiptHandles) throws QueueException {
    List<DeleteMessageBatchRequestEntry> entries =
        IntStream.range(0, receiptHandles.size())
            .mapToObj(number ->
                DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(number))
                    .receiptHandle(receiptHandles.get(number))
                    .build())
            .toList();
    return ask(() ->
            sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries)).failed())
        .stream()
        .filter(failed -> !SPENT.contains(failed.code()))
        .map(BatchResultErrorEntry::id)
        .map(number -> receiptHandles.get(Integer.parseInt(number)))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean hide(String receiptHandle, Duration time) throws QueueException {
    return ask(() -> {
      try {
        sqs.changeMessageVisibility(request ->
            request
                .queueUrl(url)
                .receiptHandle(receiptHandle)
                .visibilityTimeout(Math.toIntExact(time.toSeconds())));
        return true;
      } catch (ReceiptHandleIsInvalidException | MessageNotInflightException spent) {
        return false;
      } catch (SqsException e) {
        if (e.awsErrorDetails() != null && SPENT.contains(e.awsErrorDetails().errorCode())) {
          return false;
        }
        throw e;
      }
    });
  }

  @Override
  public void send(Letter letter) throws QueueException {
    SendMessageRequest.Builder request =
        SendMessageRequest.builder()
            .queueUrl(letter.queueUrl())
            .messageBody(letter.body())
            .messageAttributes(AwsMessages.attributes(letter.attributes()));
    if (letter.isFifo()) {
      request
          .messageGroupId(letter.groupId() == null ? "groma" : letter.groupId())
          .messageDeduplicationId(letter.id());
    }
    ask(() -> sqs.sendMessage(request.build()));
  }

  @Override
  public QueueAttributes attributes() throws QueueException {
    return ask(() -> {
      Map<QueueAttributeName, String> of = attributes(url);
      Redrive redrive = redrive(of.get(QueueAttributeName.REDRIVE_POLICY));
      String deadLetters = deadLettersUrl(redrive);
      return new QueueAttributes(
          of.getOrDefault(QueueAttributeName.QUEUE_ARN, url),
          new QueueDepth(
              number(of, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
              number(of, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
              number(of, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)),
          Duration.ofSeconds(number(of, QueueAttributeName.VISIBILITY_TIMEOUT)),
          of.containsKey(QueueAttributeName.MESSAGE_RETENTION_PERIOD)
              ? Duration.ofSeconds(number(of, QueueAttributeName.MESSAGE_RETENTION_PERIOD))
              : null,
          redrive,
          deadLetters,
          deadLetters == null ? null : depth(deadLetters));
    });
  }

  private Map<QueueAttributeName, String> attributes(String queue) {
    return sqs.getQueueAttributes(
            request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private static long number(Map<QueueAttributeName, String> of, QueueAttributeName name) {
    return Long.parseLong(of.getOrDefault(name, "0"));
  }

  private static @Nullable Redrive redrive(@Nullable String policy) {
    if (policy == null || policy.isBlank()) {
      return null;
    }
    try {
      JsonNode read = JSON.readTree(policy);
      return new Redrive(
          read.path("deadLetterTargetArn").asText(), read.path("maxReceiveCount").asInt());
    } catch (JsonProcessingException foreign) {
      return null;
    }
  }

  private @Nullable String deadLettersUrl(@Nullable Redrive redrive) {
    if (deadLettersUrl != null || redrive == null) {
      return deadLettersUrl;
    }
    String name = redrive.arn().substring(redrive.arn().lastIndexOf(':') + 1);
    try {
      return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    } catch (SqsException mayNotBeSeen) {
      // Both queues are of one account and region, and differ in their names.
      return url.substring(0, url.lastIndexOf('/') + 1) + name;
    }
  }

  /** The bridge needs no right to read dead letters. */
  private @Nullable Long depth(String queue) {
    try {
      return number(attributes(queue), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    } catch (SqsException mayNotBeSeen) {
      return null;
    }
  }

  private static <T> T ask(Supplier<T> question) throws QueueException {
    try {
      return question.get();
    } catch (SdkException e) {
      throw new QueueException(reason(e), String.valueOf(e.getMessage()), e);
    }
  }

  private static QueueReason reason(SdkException e) {
    if (!(e instanceof SqsException answer) || answer.awsErrorDetails() == null) {
      return e.getMessage() != null && e.getMessage().contains("Unable to load credentials")
          ? QueueReason.CredentialsMissing
          : QueueReason.QueueUnreachable;
    }
    String code = String.valueOf(answer.awsErrorDetails().errorCode());
    if (code.endsWith("NonExistentQueue") || code.endsWith("QueueDoesNotExist")) {
      return QueueReason.QueueAbsent;
    }
    boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
    return refused || code.contains("AccessDenied")
        ? QueueReason.QueueAccessDenied
        : QueueReason.QueueUnreachable;
  }

  @Override
  public void close() {
    sqs.close();
  }
}
