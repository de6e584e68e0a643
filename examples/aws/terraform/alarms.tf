# Alarms on the queues themselves: they ring also when nothing in the cluster does. Each has a page in docs/runbooks.
# Failed attempts and restarts are seen in the cluster alone: alarms.yaml beside this folder has those rules.

variable "alarm_topic_arn" {
  description = "SNS topic that is told; empty: nobody."
  type        = string
  default     = ""
}

locals {
  told = var.alarm_topic_arn == "" ? [] : [var.alarm_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "queue_growing" {
  alarm_name          = "${var.name}-queue-growing"
  alarm_description   = "More than 10 messages wait. docs/runbooks/queue-growing.md"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.jobs.name }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.told
}

resource "aws_cloudwatch_metric_alarm" "dlq_not_empty" {
  alarm_name          = "${var.name}-dlq-not-empty"
  alarm_description   = "More than 5 messages can never become a job. docs/runbooks/dlq-not-empty.md"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.told
}

resource "aws_cloudwatch_metric_alarm" "bridge_stalled" {
  alarm_name          = "${var.name}-bridge-stalled"
  alarm_description   = "The oldest message has waited for 15 minutes. docs/runbooks/bridge-stalled.md"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.jobs.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 900
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.told
}
