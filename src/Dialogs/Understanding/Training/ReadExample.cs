using System.Runtime.CompilerServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>An example, read once and used in every round and in every fold.</summary>
/// <param name="Numbers">Of its inner features, in the table of all examples; empty before it stands there.</param>
/// <param name="Labels">Set bits are the intents that it asks.</param>
/// <param name="Known">Set bits are the intents that it says anything about.</param>
internal sealed record ReadExample(QuestionFeatures Features, int[] Numbers, List<Cut> CutList, ulong Labels, ulong Known)
{
    public int Words => Features.Text.Words.Length;

    public static ReadExample Of(string text, ulong labels, ulong known)
    {
        return new ReadExample(QuestionFeatures.Read(QuestionText.Read(text), ConceptLexicon.Shipped), [], [], labels, known);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadExample In(FeatureTable all)
    {
        var inner = Features.Inner;
        var numbers = new int[inner.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = all.FindOrAdd(inner[i].Hash);
        return this with { Numbers = numbers };
    }

    public ReadExample Cut(CutModel model) => this with { CutList = Cuts.Find(Features.Tokens, model) };
}
