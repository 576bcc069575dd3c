namespace MeliBot.Dialogs.Playbooks.Validation;

internal static class TestProblems
{
    public static readonly Problem ChecksNothing = new("PB701", Severity.Warning, "a test that checks nothing");
    public static readonly Problem NotJson = new("PB702", Severity.Error, "a test's listing or order that isn't JSON");
    public static readonly Problem OutOfClaim = new("PB704", Severity.Error, "a test of a claim without one, or with what claims don't have");
    public static readonly Problem NoSaleYet = new("PB703", Severity.Error, "a test that asks before the sale and names an order");
}
