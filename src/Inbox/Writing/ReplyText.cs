namespace MeliBot.Inbox.Writing;

/// <summary>
/// What stands in the field of a reply. What somebody typed stays; a proposal is shown once, and a newer one where the older stood untouched; one that was decided elsewhere
/// doesn't stay as if it were typed here.
/// </summary>
internal sealed class ReplyText
{
    private bool _begun;
    private string? _of;
    private string? _put;

    public string Value { get; private set; } = "";

    /// <summary>The text of the proposal that was shown last.</summary>
    public string? Proposed { get; private set; }

    /// <param name="kept">What was typed earlier and not sent.</param>
    public void Begin(string? kept)
    {
        if (_begun) return;
        _begun = true;
        // Whoever is quick has typed something meanwhile.
        if (Value.Length == 0) Put(kept ?? "");
    }

    public void Propose(string id, string text)
    {
        if (_of == id) return;
        if (Value.Length == 0 || Value == Proposed) Put(text);
        (_of, Proposed) = (id, text);
    }

    public void NoProposal()
    {
        if (Proposed is not null && Value == Proposed) Clear();
    }

    public void Clear()
    {
        Put("");
        Proposed = null;
    }

    /// <returns>What was put into the field since somebody last typed; null when nothing was. The browser may be showing it instead of what was typed: the two may have crossed on their way.</returns>
    public string? Type(string? text)
    {
        var put = _put == text ? null : _put;
        (Value, _put) = (text ?? "", null);
        return put;
    }

    private void Put(string text) => Value = _put = text;
}
