/** What may be done about an alert: what each button, dialog and outcome says. */
export const acts = {
  acknowledge: {
    do: 'Acknowledge',
    done: 'Acknowledged: {{name}}.',
    title: 'Acknowledge',
    note: 'You see to it until the day that you choose. Should the alert become more serious before then, it is open again.',
    words: 'What will be done, and why it can wait',
    until: 'Until when',
    days_one: 'one day, until {{when}}',
    days_other: '{{count}} days, until {{when}}',
  },
  release: {
    do: 'Withdraw the acknowledgement',
    done: 'Acknowledgement withdrawn: {{name}}.',
    title: 'Withdraw the acknowledgement',
    note: 'The alert is open again, with nobody seeing to it.',
    words: 'Why it is withdrawn',
  },
  assign: {
    do: 'Assign',
    done: 'Assigned: {{name}}.',
    title: 'Assign to an office',
    note: 'The office finds it among its own. It can be assigned again.',
    office: 'To which office',
  },
  comment: {
    do: 'Comment',
    done: 'Comment saved: {{name}}.',
    title: 'Comment',
    note: 'Whoever sees the alert reads it. It stays in its history, and is not erased.',
    words: 'What you want to say',
  },
  answer: {
    do: 'Answer',
    done: 'Answer saved: {{name}}.',
    title: 'Answer as the authority',
    note: 'Whoever oversees it reads it. The alert stays open until a fact ends it.',
    words: 'What you answer',
  },
  close: {
    do: 'Close the alert',
    done: 'Closed: {{name}}.',
    title: 'Close though its cause holds',
    note: 'It is still counted, as closed by a person, and whoever oversees sees that. Should it become more serious, it opens again. It cannot be undone.',
    words: 'Why it is closed',
  },
}
