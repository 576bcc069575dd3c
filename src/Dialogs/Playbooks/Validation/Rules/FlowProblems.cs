namespace MeliBot.Dialogs.Playbooks.Validation;

internal static class FlowProblems
{
    public static readonly Problem Fragment = new("PB401", Severity.Error, "a fragment that is never reached");
    public static readonly Problem Step = new("PB402", Severity.Error, "a step that is never reached");
    public static readonly Problem Loop = new("PB403", Severity.Error, "a dialog that never ends");
    public static readonly Problem Waiting = new("PB404", Severity.Error, "a prompt that would make an answer wait, or can't work on its channel");
    public static readonly Problem Unused = new("PB405", Severity.Warning, "a dialog that nothing begins, a reply or text that nothing says, an intent that nothing answers");
    public static readonly Problem SameIntent = new("PB406", Severity.Error, "two replies to one intent that can both hold");
    public static readonly Problem AskShape = new("PB407", Severity.Error, "an ask whose parts don't fit together");
    public static readonly Problem Personal = new("PB408", Severity.Error, "a question back that asks for personal data in a sale");
}
