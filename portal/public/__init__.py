"""The applicant's road: steps, task list, check answers, uploads, tracker."""
