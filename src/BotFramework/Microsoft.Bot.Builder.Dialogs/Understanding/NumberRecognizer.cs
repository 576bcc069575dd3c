using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Understanding;

/// <summary>The n-th thing of a list, counted from 1, from its end when someone said "the last".</summary>
internal sealed record Place(int Start, int End, int Number, bool FromEnd = false);

internal static class NumberRecognizer
{
    public static decimal? First(string text, string locale)
    {
        var reader = new Reader(text, locale);
        var found = reader.All();
        // "un talle 42": the article isn't the answer while there is another number.
        return (found.Find(number => !reader.IsArticle(number)) ?? found.FirstOrDefault())?.Value;
    }

    /// <summary>The numbers that can mean a place in a list. "One" on its own does, but not "the red one".</summary>
    public static IEnumerable<Place> AllPlaces(string text, string locale)
    {
        var reader = new Reader(text, locale);
        return reader.All()
            .Where(found => found.Value >= 1 && found.Value <= int.MaxValue && found.Value == decimal.Truncate(found.Value) && (!found.BareOne || reader.IsAnswer(found)))
            .Select(found => new Place(found.Start, found.End, (int)found.Value));
    }

    private sealed record Found(int First, int Next, int Start, int End, decimal Value, bool BareOne);

    private sealed class Reader(string text, string locale)
    {
        // Above this a scale word is ignored, so that no product leaves decimal's range.
        private const decimal Most = 1e15m;

        private readonly NumberWords _words = NumberWords.Of(locale);
        private readonly List<Piece> _pieces = Piece.Cut(text, locale);

        public List<Found> All()
        {
            var all = new List<Found>();
            for (var i = 0; i < _pieces.Count;)
            {
                if (Read(i) is { } found)
                    all.Add(found);
                i = all.Count > 0 && all[^1].Next > i ? all[^1].Next : i + 1;
            }

            return all;
        }

        public bool IsArticle(Found one) => one.BareOne && Is(_words.Articles, one.First);

        public bool IsAnswer(Found one) => _pieces.Count == 1 || (one.First > 0 && _words.OptionWords.Contains(_pieces[one.First - 1].Word ?? string.Empty));

        private Found Read(int start)
        {
            var minus = Is(_words.Minus, start) && IsGlued(start + 1);
            var at = minus ? start + 1 : start;
            if ((ReadHalf(at) ?? ReadCardinal(at)) is not { } read)
                return null;
            var negative = minus || _pieces[at].Digits < 0;
            var bare = !negative && read.Next == at + 1 && Is(_words.BareOne, at);
            return new Found(start, read.Next, _pieces[start].Start, _pieces[read.Next - 1].End, negative ? -read.Value : read.Value, bare);
        }

        /// <summary>"media", "half", "media docena", "half a dozen".</summary>
        private (decimal Value, int Next)? ReadHalf(int at)
        {
            if (!Is(_words.Half, at))
                return null;
            var dozen = Is(_words.Articles, at + 1) ? at + 2 : at + 1;
            return IsGlued(dozen) && Is(_words.Dozen, dozen) ? (6, dozen + 1) : (0.5m, at + 1);
        }

        private (decimal Value, int Next)? ReadCardinal(int start)
        {
            decimal big = 0, thousands = 0, current = 0;
            var (lastScale, smallestBig) = (0m, decimal.MaxValue);
            var (any, digits) = (false, false);
            var at = start;
            while (at < _pieces.Count && (!any || IsGlued(at)))
            {
                var joined = any && Is(_words.And, at) && IsGlued(at + 1);
                var piece = _pieces[joined ? at + 1 : at];
                if (piece.Digits is { } written)
                {
                    if (piece.Ordinal || joined || (any && !(current == 0 && !digits && written >= 0 && written < lastScale)))
                        break;
                    current = Math.Abs(written);
                    digits = true;
                }
                else if (_words.Scales.TryGetValue(piece.Word, out var scale))
                {
                    var factor = thousands + current;
                    // "um milhão e mil": a thousand that nobody counts.
                    var uncounted = factor == 0 && lastScale > scale;
                    if ((joined && !uncounted) || factor > Most / scale || (any && factor == 0 && lastScale == 0))
                        break;
                    if (scale == 1000)
                    {
                        if (thousands > 0)
                            break;
                        thousands = (current == 0 ? 1 : current) * 1000;
                    }
                    else
                    {
                        if (scale >= smallestBig)
                            break;
                        big += (factor == 0 ? 1 : factor) * scale;
                        thousands = 0;
                        smallestBig = scale;
                    }

                    current = 0;
                    digits = false;
                    lastScale = scale;
                }
                else if (digits || !TryAdd(piece.Word, joined, any && lastScale == 0, ref current))
                {
                    break;
                }

                any = true;
                at += joined ? 2 : 1;
                if (piece.Word != null && current == 0 && lastScale == 0)
                    break;
            }

            if (!any)
                return Is(_words.Dozen, start) ? (12, start + 1) : null;
            return ReadTail(big + thousands + current, at, current == 0 ? lastScale : 0, digits);
        }

        /// <summary>Adds a word below a thousand where it fits: units behind tens, tens behind hundreds, anything behind a scale.</summary>
        private bool TryAdd(string word, bool joined, bool begun, ref decimal current)
        {
            if (word == _words.Hundred && word != null)
            {
                if (joined || current >= 100 || (begun && current == 0))
                    return false;
                current = (current == 0 ? 1 : current) * 100;
                return true;
            }

            if (!_words.Below100.TryGetValue(word, out var value) && !_words.Hundreds.TryGetValue(word, out value))
                return false;
            var fits = current == 0 ? !begun
                : value switch
                {
                    0 or >= 100 => false,
                    >= 10 => current % 100 == 0,
                    // "diez y seis" is old spelling, "diez seis" two numbers.
                    _ => current % 10 == 0 && (current % 100 != 10 || joined),
                };
            if (fits)
                current += value;
            return fits;
        }

        private (decimal Value, int Next) ReadTail(decimal value, int at, decimal scale, bool digits)
        {
            if (IsGlued(at) && Is(_words.Dozen, at))
                return (value * 12, at + 1);

            // "dos y medio", "two and a half", "un millón y medio".
            if (IsGlued(at) && Is(_words.And, at))
            {
                var half = Is(_words.Articles, at + 1) ? at + 2 : at + 1;
                if (IsGlued(half) && Is(_words.Half, half))
                    return (value + (scale >= 1e6m ? scale / 2 : 0.5m), half + 1);
            }

            if (IsGlued(at) && Is(_words.Point, at) && value == decimal.Truncate(value) && ReadDecimals(at + 1) is { } decimals)
                return (value + decimals.Value, decimals.Next);
            return (value, at);
        }

        /// <summary>"tres coma cero cinco", "three point one four", "noventa y nueve coma noventa y nueve".</summary>
        private (decimal Value, int Next)? ReadDecimals(int start)
        {
            var digits = new StringBuilder("0.");
            var at = start;
            while (IsGlued(at) && digits.Length < 20)
            {
                if (_pieces[at] is { Digits: { } written, Ordinal: false } && written >= 0 && written == decimal.Truncate(written))
                {
                    digits.Append(written.ToString(CultureInfo.InvariantCulture));
                    at++;
                    continue;
                }

                decimal group = 0;
                var from = at;
                while (IsGlued(at))
                {
                    var joined = at > from && Is(_words.And, at) && IsGlued(at + 1);
                    if (_pieces[joined ? at + 1 : at].Word is not { } word || !TryAdd(word, joined, at > from, ref group))
                        break;
                    at += joined ? 2 : 1;
                }

                if (at == from)
                    break;
                digits.Append(group.ToString(CultureInfo.InvariantCulture));
            }

            return at == start ? null : (decimal.Parse(digits.ToString(), CultureInfo.InvariantCulture), at);
        }

        private bool IsGlued(int at) => at < _pieces.Count && _pieces[at].Glued;

        private bool Is(HashSet<string> words, int at) => at < _pieces.Count && _pieces[at].Word is { } word && words.Contains(word);
    }
}
