# The queues of a LayoutQueue, the bridge's rights on them, and alarms. `terraform output` says what goes into
# the LayoutQueue and into the annotation of the bridge's service account.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "name" {
  description = "Name of the queue; the others begin with it."
  type        = string
  default     = "plans"
}

resource "aws_sqs_queue" "jobs" {
  name                       = var.name
  visibility_timeout_seconds = 300
  message_retention_seconds  = 345600 # 4 days
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 3
  })
}

resource "aws_sqs_queue" "dead" {
  name = "${var.name}-dead"
  # 14 days: a message keeps the time at which it was first sent, so this must be longer than that of the jobs.
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  queue_url = aws_sqs_queue.dead.id
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.jobs.arn]
  })
}

resource "aws_sqs_queue" "replies" {
  name                      = "${var.name}-replies"
  message_retention_seconds = 345600 # 4 days
  sqs_managed_sse_enabled   = true
}

output "queue_url" {
  description = "spec.queue.url of the LayoutQueue."
  value       = aws_sqs_queue.jobs.url
}

output "dead_letter_queue_url" {
  description = "For groma dlq."
  value       = aws_sqs_queue.dead.url
}

output "replies_url" {
  description = "spec.replies of the LayoutQueue."
  value       = aws_sqs_queue.replies.url
}
