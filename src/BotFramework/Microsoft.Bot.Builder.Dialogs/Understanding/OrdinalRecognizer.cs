namespace Microsoft.Bot.Builder.Dialogs.Understanding;

/// <summary>"la segunda", "o primeiro", "3ra", "2º", "the last one".</summary>
internal static class OrdinalRecognizer
{
    public static IEnumerable<Place> All(string text, string locale)
    {
        var words = NumberWords.Of(locale);
        foreach (var piece in Piece.Cut(text, locale))
        {
            if (piece is { Ordinal: true, Digits: { } digits })
            {
                if (digits is >= 1 and <= int.MaxValue && digits == decimal.Truncate(digits))
                    yield return new Place(piece.Start, piece.End, (int)digits);
            }
            else if (piece.Word == null)
            {
                continue;
            }
            else if (words.Ordinals.TryGetValue(piece.Word, out var number))
            {
                yield return new Place(piece.Start, piece.End, number);
            }
            else if (words.Last.Contains(piece.Word) || words.BeforeLast.Contains(piece.Word))
            {
                yield return new Place(piece.Start, piece.End, words.Last.Contains(piece.Word) ? 1 : 2, FromEnd: true);
            }
        }
    }
}
