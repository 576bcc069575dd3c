namespace MeliBot.Dialogs.Playbooks.Validation;

internal static class LiquidProblems
{
    public static readonly Problem Syntax = new("PB201", Severity.Error, "a template or condition that isn't Liquid");
    public static readonly Problem UnknownTag = new("PB202", Severity.Error, "a {% tag %} that templates don't have");
    public static readonly Problem UnknownVariable = new("PB203", Severity.Error, "a variable that doesn't exist");
    public static readonly Problem UnknownFilter = new("PB204", Severity.Error, "a filter that doesn't exist");
    public static readonly Problem WrongComparison = new("PB205", Severity.Error, "a comparison that can never hold, such as of a number with a word");
    public static readonly Problem Private = new("PB206", Severity.Error, "a private fact inside a text for buyers");
    public static readonly Problem Raw = new("PB207", Severity.Warning, "an amount, a date or a list said without the filter that writes it out");
    public static readonly Problem OutOfPlace = new("PB208", Severity.Error, "a variable where it has no value");
    public static readonly Problem UnknownWord = new("PB209", Severity.Warning, "a word that Mercado Libre isn't known to use");
}
