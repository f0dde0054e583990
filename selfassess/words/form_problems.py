"""The sentences of problems with answer forms and action plans that came back."""

_FORMS = {
    "form.not-workbook": (
        "This is no Excel workbook, or it is damaged. Ask for the form again, saved as .xlsx."
    ),
    "form.not-form": (
        "This workbook is no answer form of ours, or its hidden sheet was deleted. "
        "Ask for the form again."
    ),
    "form.newer": (
        "This form was made by a later version of this program. Ask for that version; "
        "nothing was changed."
    ),
    "form.no-answers": (
        "The table with the answers is not there: look for the columns “{code}” and “{level}”. "
        "Ask for the form again."
    ),
    "form.unknown-level": (
        "“{said}” is no level. Write 1, 2, 3, 4, 5, “{dk}” or “{na}”. This row was left out."
    ),
    "form.unknown-evidence": (
        "“{said}” is no evidence. Choose from the list. The answer counts without it."
    ),
    "form.unknown-code": "“{said}” is no code of a question. This row was left out.",
    "form.repeated-code": (
        "“{said}” stands in the form twice with different answers. Only the first one counts."
    ),
    "form.reason-missing": (
        "{said} doesn’t apply, but there is no reason. The answer counts; ask for the reason."
    ),
    "form.other-assessment": (
        "This form belongs to another assessment. Open that one, or ask for the right form."
    ),
    "form.unknown-round": (
        "This form is for the round “{round}”, which is not in this assessment. "
        "Open the right assessment."
    ),
    "form.other-questionnaire": (
        "This form asks the questions of “{said}”, and this round those of “{asked}”. "
        "Make a new form for this round."
    ),
    "form.unknown-organisation": (
        "“{organisation}” is no partner in this round. Add it first, or ask for the right form."
    ),
    "form.other-organisation": (
        "The person of this form answers for another partner than “{organisation}”. "
        "Ask for the right form."
    ),
}

_PLANS = {
    "plan.not-workbook": (
        "This is no Excel workbook, or it is damaged. Save the report again as .xlsx."
    ),
    "plan.other-assessment": (
        "This plan belongs to another assessment. Open that one, or choose the right report."
    ),
    "plan.no-text": "This row says nothing to do. Write it in this cell. The row was left out.",
    "plan.too-long": (
        "This text is longer than {limit} characters, which is too much. Shorten it. "
        "What was there stays."
    ),
    "plan.not-plan": (
        "This workbook has no action plan of ours, or its hidden sheet was deleted. "
        "Make the report again."
    ),
    "plan.nothing-to-import": (
        "There is nothing to write. Name the report with --import, or leave the rest out."
    ),
    "plan.unknown-status": (
        "“{said}” is no status. Choose from the list. The status stays as it was."
    ),
    "plan.unknown-barrier": "“{said}” is no barrier of this report. The action counts without it.",
}

FORM_PROBLEMS = _FORMS | _PLANS
"""What is wrong with a form or plan that came back, and what to do."""
