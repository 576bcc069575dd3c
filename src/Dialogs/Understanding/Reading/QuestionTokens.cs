namespace MeliBot.Dialogs.Understanding;

/// <summary>A question as concepts, and words that are none, each as one number; numbers are their shape.</summary>
internal sealed class QuestionTokens
{
    private readonly uint[] _hashes;

    private QuestionTokens(QuestionText text, List<ConceptHit> concepts, uint[] hashes) => (Text, Concepts, _hashes) = (text, concepts, hashes);

    public QuestionText Text { get; }

    public List<ConceptHit> Concepts { get; }

    public uint this[int hit] => _hashes[hit];

    public static QuestionTokens Read(QuestionText text, ConceptLexicon lexicon)
    {
        var concepts = lexicon.Find(text.Words);
        var hashes = new uint[concepts.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            var hit = concepts[i];
            hashes[i] = hit.Concept >= 0 ? lexicon.HashOf(hit.Concept) : FeatureHash.Of(WordShape.Stem(text.Words[hit.Start].Text));
        }

        return new QuestionTokens(text, concepts, hashes);
    }
}
