namespace MeliBot.Dialogs.Playbooks.Validation;

internal static class ClaimProblems
{
    public static readonly Problem NotOnClaims = new("PB801", Severity.Error, "a key, a step or a fact of claims where no claim is");
    public static readonly Problem NewWord = new("PB802", Severity.Warning, "a word that Mercado Libre isn't known to have in claims");
    public static readonly Problem Proposal = new("PB803", Severity.Error, "a proposal whose parts don't fit together");
    public static readonly Problem TalksAnywhere = new("PB804", Severity.Error, "a dialog that would talk in every claim");
    public static readonly Problem Silent = new("PB805", Severity.Warning, "a text where a claim has nobody to say it to");
    public static readonly Problem SameClaims = new("PB806", Severity.Warning, "two dialogs on claims that begin by the same");
}
