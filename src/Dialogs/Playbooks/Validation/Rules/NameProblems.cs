namespace MeliBot.Dialogs.Playbooks.Validation;

internal static class NameProblems
{
    public static readonly Problem Intent = new("PB101", Severity.Error, "an intent that doesn't exist");
    public static readonly Problem Reply = new("PB102", Severity.Error, "a reply or text that doesn't exist");
    public static readonly Problem Dialog = new("PB103", Severity.Error, "a dialog that doesn't exist");
    public static readonly Problem Text = new("PB104", Severity.Error, "a text that doesn't exist");
    public static readonly Problem Voice = new("PB105", Severity.Error, "a voice that no site hears");
    public static readonly Problem Act = new("PB106", Severity.Error, "an act that the host doesn't offer");
    public static readonly Problem Guard = new("PB107", Severity.Error, "a guard that doesn't exist");
    public static readonly Problem Item = new("PB108", Severity.Error, "a test's listing that isn't there");
    public static readonly Problem Order = new("PB109", Severity.Error, "a test's order that isn't there");
    public static readonly Problem Claim = new("PB111", Severity.Error, "a test's claim that isn't there");
    public static readonly Problem Place = new("PB110", Severity.Error, "an intent that isn't heard where it is named");
}
