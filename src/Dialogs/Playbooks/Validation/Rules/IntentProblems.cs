namespace MeliBot.Dialogs.Playbooks.Validation;

internal static class IntentProblems
{
    public static readonly Problem SameExample = new("PB501", Severity.Error, "one question as an example of two intents");
    public static readonly Problem FewExamples = new("PB502", Severity.Warning, "an intent with too few examples");
    public static readonly Problem Negative = new("PB503", Severity.Error, "a negative that is an example as well");
    public static readonly Problem Pattern = new("PB504", Severity.Error, "a pattern that isn't a regular expression, or can't match");
    public static readonly Problem TooMany = new("PB505", Severity.Error, "more intents than understanding takes, or none");
    public static readonly Problem Mixed = new("PB506", Severity.Error, "a question whose intents are heard in different places");
}
