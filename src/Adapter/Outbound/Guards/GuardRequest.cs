namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A text to check. Its readings are made once, for all guards.</summary>
/// <param name="text">As it would be sent.</param>
/// <param name="presale">True for the public answer of a question, where the buyer hasn't bought yet.</param>
/// <param name="claim">True for what is written in a claim.</param>
public sealed class GuardRequest(string text, bool presale = true, bool claim = false)
{
    private GuardText? _folded;
    private GuardText? _decoded;
    private GuardText? _numbered;
    private List<Token>? _tokens;
    private IReadOnlyList<FoundLink>? _links;

    public string Text { get; } = text;

    public bool Presale { get; } = presale;

    public bool InClaim { get; } = claim;

    internal GuardText Folded => _folded ??= new GuardText(Text);

    /// <summary>With spaced letters joined, digits in words read as letters and names of networks spelt right; the folded text itself where nothing is disguised.</summary>
    internal GuardText Decoded => _decoded ??= NetworkNames.Spell(DisguisedWords.Decode(Folded));

    /// <summary>With numbers in figures where they were in words ("mil seiscientos dos"); the folded text itself where there are none.</summary>
    internal GuardText Numbered => _numbered ??= SpokenValues.Write(Folded);

    internal List<Token> Tokens => _tokens ??= Token.Split(Folded.Text);

    internal IReadOnlyList<FoundLink> Links => _links ??= LinkFinder.Find(Folded.Text);

    /// <summary>The same, with what the phrases cover made unreadable.</summary>
    internal GuardRequest Without(IReadOnlyList<string> foldedPhrases)
    {
        var covered = Folded.Cover(foldedPhrases);
        return covered == Folded ? this : new GuardRequest(Text, Presale, InClaim) { _folded = covered };
    }
}
