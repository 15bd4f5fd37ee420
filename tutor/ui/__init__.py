"""The screens, in Textual; `tutor.ui.app` is imported only when there is something to show."""
