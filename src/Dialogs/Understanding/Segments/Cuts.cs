using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>What stands before a place where one request may end and the next begin, from the surest to the least sure.</summary>
internal enum CutKind : byte
{
    Question,
    Stop,
    Short,
    Word,
}

/// <param name="Word">The first word after it.</param>
/// <param name="Made">What it costs to cut there, below 0 when it earns.</param>
/// <param name="Passed">What it costs to read on over it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cut(int Word, CutKind Kind, float Logit, float Made, float Passed);

internal static class Cuts
{
    /// <summary>Above this many, only the likelier are kept, so that work stays bounded.</summary>
    private const int Most = 24;

    /// <summary>Logit below which nobody ends a request.</summary>
    private const float Least = -3;

    /// <summary>How much the cut model counts beside what the stretches ask; found on held-out questions.</summary>
    private const float Trust = 0.5f;

    /// <summary>Ordered by word; never before the first word.</summary>
    public static List<Cut> Find(QuestionTokens tokens, CutModel model)
    {
        var cuts = new List<Cut>();
        for (var hit = 1; hit < tokens.Concepts.Count; hit++)
        {
            var word = tokens.Concepts[hit].Start;
            var cut = tokens.Text.Words[word].Before switch
            {
                Pause.Question => new Cut(word, CutKind.Question, 6, -0.8f, 0.5f),
                Pause.Stop => new Cut(word, CutKind.Stop, 5, -0.5f, 0.3f),
                var pause => Learnt(word, pause == Pause.Short ? CutKind.Short : CutKind.Word, model.Logit(tokens, hit)),
            };
            if (cut.Kind < CutKind.Word || cut.Logit > Least) cuts.Add(cut);
        }

        if (cuts.Count <= Most) return cuts;
        var kept = cuts.OrderBy(c => (byte)c.Kind / 2).ThenByDescending(c => c.Logit).ThenBy(c => c.Word).Take(Most).ToHashSet();
        cuts.RemoveAll(c => !kept.Contains(c));
        return cuts;
    }

    private static Cut Learnt(int word, CutKind kind, float logit) => new(word, kind, logit, Trust * Softplus(-logit), Trust * Softplus(logit));

    private static float Softplus(float x) => x > 15 ? x : MathF.Log(1 + MathF.Exp(x));
}
