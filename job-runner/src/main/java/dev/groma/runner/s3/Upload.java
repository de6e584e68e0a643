package dev.groma.runner.s3;

import dev.groma.runner.transfer.Sha256;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Stores one file: in one request, or in parts where it is large. The file is read as it is sent,
 * so memory holds a buffer of it and no more.
 *
 * @param client to ask with
 * @param unfinished takes back what was begun in parts and not finished
 * @param object that it becomes
 * @param file what is stored
 * @param mediaType of the file
 */
record Upload(
    S3Client client, UnfinishedUploads unfinished, ObjectName object, Path file, String mediaType) {

  /** Above this a file goes in parts of this length, in bytes. */
  static final long PART_BYTES = 16L << 20;

  /** Of S3 itself. */
  private static final int MAX_PARTS = 10_000;

  /**
   * Stores it.
   *
   * @param sha256 of the whole file, in hexadecimal digits
   */
  ObjectName run(String sha256) throws TransferException {
    long bytes = size();
    return bytes <= PART_BYTES ? whole(sha256) : inParts(bytes);
  }

  private long size() throws TransferException {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private TransferException unreadable(IOException failure) {
    return TransferException.unreachable(
        "%s cannot be read: %s".formatted(file, failure.getMessage()));
  }

  private ObjectName whole(String sha256) {
    String version =
        client
            .putObject(
                put ->
                    put.bucket(object.bucket())
                        .key(object.key())
                        .contentType(mediaType)
                        .checksumSHA256(Sha256.base64(sha256)),
                RequestBody.fromFile(file))
            .versionId();
    return stored(version);
  }

  private ObjectName inParts(long bytes) throws TransferException {
    String upload =
        client
            .createMultipartUpload(create ->
                create
                    .bucket(object.bucket())
                    .key(object.key())
                    .contentType(mediaType)
                    .checksumAlgorithm(ChecksumAlgorithm.SHA256))
            .uploadId();
    unfinished.add(object, upload);
    try {
      List<CompletedPart> parts = parts(upload, bytes);
      String version =
          client
              .completeMultipartUpload(end ->
                  end.bucket(object.bucket())
                      .key(object.key())
                      .uploadId(upload)
                      .multipartUpload(list -> list.parts(parts)))
              .versionId();
      unfinished.complete(object, upload);
      return stored(version);
    } finally {
      unfinished.takeBack(object, upload);
    }
  }

  private List<CompletedPart> parts(String upload, long bytes) throws TransferException {
    long length = Math.max(PART_BYTES, (bytes + MAX_PARTS - 1) / MAX_PARTS);
    List<CompletedPart> parts = new ArrayList<>();
    for (long offset = 0; offset < bytes; offset += length) {
      try (FilePart part = new FilePart(file, offset, Math.min(length, bytes - offset))) {
        parts.add(send(upload, parts.size() + 1, part));
      }
    }
    return parts;
  }

  private CompletedPart send(String upload, int number, FilePart part) throws TransferException {
    String checksum = checksum(part);
    UploadPartResponse sent =
        client.uploadPart(
            request ->
                request
                    .bucket(object.bucket())
                    .key(object.key())
                    .uploadId(upload)
                    .partNumber(number)
                    .checksumSHA256(checksum),
            RequestBody.fromContentProvider(part, part.length(), mediaType));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(sent.eTag())
        .checksumSHA256(sent.checksumSHA256()) // none from a service that does not know it
        .build();
  }

  private String checksum(FilePart part) throws TransferException {
    try (InputStream in = part.open()) {
      return Sha256.base64(Sha256.hex(Sha256.of(in)));
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private ObjectName stored(String versionId) {
    return new ObjectName(object.bucket(), object.key(), versionId);
  }
}
