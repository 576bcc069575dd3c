using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>A place where one request may end and the next begin, from the surest to the least sure.</summary>
internal enum CutKind : byte
{
    Question,
    Stop,
    Short,

    /// <summary>Before "y", "e", "o", "además", "otra consulta".</summary>
    Joiner,

    /// <summary>Before a question word.</summary>
    Asking,

    /// <summary>Before a verb that opens a request.</summary>
    Verb,
}

/// <param name="Word">The first word after it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cut(int Word, CutKind Kind);

internal static class Cuts
{
    /// <summary>Above this many, only the surer kinds are kept, so that work stays bounded.</summary>
    private const int Most = 24;

    private static readonly FrozenSet<string> Joiners = "y e o u ou ademas tambien tambem alem aparte asimismo pero mas".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Asking = "cuanto cuanta cuantos cuantas quanto quanta quantos quantas cuando quando donde onde adonde cual cuales qual quais como".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> VerbConcepts = "have left ship fit contents can pay cost invoice warranty return hold price pickup install bought stock available want if arrive dimension".Split(' ').ToFrozenSet();

    /// <summary>Ordered by word; never before the first word.</summary>
    public static List<Cut> Find(QuestionFeatures features, ConceptLexicon lexicon)
    {
        var words = features.Text.Words;
        var cuts = new List<Cut>();
        foreach (var hit in features.Concepts)
        {
            var i = hit.Start;
            if (i == 0) continue;
            CutKind? kind = words[i].Before switch
            {
                Pause.Question => CutKind.Question,
                Pause.Stop => CutKind.Stop,
                Pause.Short => CutKind.Short,
                _ when Joiners.Contains(words[i].Text) => CutKind.Joiner,
                _ when Asking.Contains(words[i].Text) && !Joins(words[i - 1].Text) => CutKind.Asking,
                _ when hit.Concept >= 0 && VerbConcepts.Contains(lexicon.Names[hit.Concept]) && !Joins(words[i - 1].Text) => CutKind.Verb,
                _ => null,
            };
            if (kind is { } found) cuts.Add(new Cut(i, found));
        }

        for (var surest = CutKind.Verb; cuts.Count > Most && surest > CutKind.Question; surest--) cuts.RemoveAll(c => c.Kind == surest);
        if (cuts.Count > Most) cuts.RemoveRange(Most, cuts.Count - Most);
        return cuts;
    }

    private static bool Joins(string word) => Joiners.Contains(word) || Asking.Contains(word);
}
