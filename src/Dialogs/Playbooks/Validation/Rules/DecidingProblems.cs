namespace MeliBot.Dialogs.Playbooks.Validation;

internal static class DecidingProblems
{
    public static readonly Problem Zone = new("PB601", Severity.Error, "a time zone that doesn't exist");
    public static readonly Problem Dates = new("PB602", Severity.Error, "dates that end before they begin");
    public static readonly Problem Confidence = new("PB603", Severity.Error, "confidence bands in the wrong order");
    public static readonly Problem Overlap = new("PB604", Severity.Warning, "rules of one layer that hold at the same time and say different things");
    public static readonly Problem Nothing = new("PB605", Severity.Warning, "a rule that changes nothing");
    public static readonly Problem SameRule = new("PB606", Severity.Error, "two rules for the same scope, or two with the same name");
}
