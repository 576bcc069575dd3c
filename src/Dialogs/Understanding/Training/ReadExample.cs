namespace MeliBot.Dialogs.Understanding;

/// <summary>An example, read once and used in every round.</summary>
/// <param name="Labels">Set bits are the intents that it asks.</param>
/// <param name="Known">Set bits are the intents that it says anything about.</param>
internal sealed record ReadExample(QuestionFeatures Features, List<Cut> CutList, ulong Labels, ulong Known)
{
    public int Words => Features.Text.Words.Length;

    public static ReadExample Of(string text, ulong labels, ulong known)
    {
        return new ReadExample(QuestionFeatures.Read(QuestionText.Read(text), ConceptLexicon.Shipped), [], labels, known);
    }

    public ReadExample Cut(CutModel model) => this with { CutList = Cuts.Find(Features.Tokens, model) };
}
