namespace MeliBot.Dialogs.Playbooks.Validation;

internal static class TextProblems
{
    public static readonly Problem Translation = new("PB301", Severity.Error, "a text without a wording for a site that the playbook speaks to");
    public static readonly Problem UnknownBranch = new("PB302", Severity.Error, "a reply without an honest branch for a fact that may not be known");
    public static readonly Problem TooLong = new("PB303", Severity.Error, "a text that can get longer than the place allows");
    public static readonly Problem Split = new("PB304", Severity.Warning, "a text that is split into several messages");
    public static readonly Problem Held = new("PB305", Severity.Error, "a text that a guard would hold");
    public static readonly Problem Markup = new("PB306", Severity.Warning, "formatting that Mercado Libre doesn't show");
    public static readonly Problem EmptyUnknown = new("PB307", Severity.Error, "an unknown branch that names no fact, or one that is always known");
}
