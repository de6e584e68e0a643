# The role of the bridge's service account, through EKS Pod Identity, and its rights: no wildcard.

variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
}

variable "namespace" {
  description = "Namespace that the chart groma is installed in."
  type        = string
  default     = "groma"
}

variable "service_account" {
  description = "Service account of the bridge."
  type        = string
  default     = "groma-bridge"
}

data "aws_iam_policy_document" "bridge" {
  statement {
    sid = "ReadTheQueue"
    actions = [
      "sqs:ReceiveMessage",
      "sqs:DeleteMessage",
      "sqs:ChangeMessageVisibility",
      "sqs:GetQueueAttributes",
    ]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "SetAsideAndCount"
    actions   = ["sqs:SendMessage", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"]
    resources = [aws_sqs_queue.dead.arn]
  }
  statement {
    sid       = "Reply"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.replies.arn]
  }
}

data "aws_iam_policy_document" "pods" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]
    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/kubernetes-namespace"
      values   = [var.namespace]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/kubernetes-service-account"
      values   = [var.service_account]
    }
  }
}

resource "aws_iam_role" "bridge" {
  name               = "${var.name}-bridge"
  assume_role_policy = data.aws_iam_policy_document.pods.json
}

resource "aws_iam_role_policy" "bridge" {
  role   = aws_iam_role.bridge.id
  policy = data.aws_iam_policy_document.bridge.json
}

resource "aws_eks_pod_identity_association" "bridge" {
  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = var.service_account
  role_arn        = aws_iam_role.bridge.arn
}

output "bridge_role_arn" {
  description = "Role of the bridge."
  value       = aws_iam_role.bridge.arn
}
