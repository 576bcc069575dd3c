using System.Globalization;
using MeliBot.Adapter.Outbound.Composing;

namespace MeliBot.Adapter.Outbound.Messages;

/// <param name="Text">What one message says.</param>
/// <param name="Before">The white space that stood between it and the part before: nothing only within a word that is longer than a message.</param>
public sealed record MessagePart(string Text, string Before);

/// <summary>Makes messages of a text: as few as whole sentences allow. Only a sentence that is longer than a message is parted, between words.</summary>
public static class MessageSplitter
{
    /// <param name="text">Normalised by <see cref="MessageText.Normalise"/>.</param>
    /// <param name="longest">UTF-16 units of a message, so that no way of counting makes it too long.</param>
    public static IReadOnlyList<MessagePart> Split(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 2);
        var parts = new List<MessagePart>();
        var (from, to) = (0, 0);
        foreach (var sentence in SentencesOf(text))
        {
            if (sentence.End - from <= longest)
            {
                to = sentence.End;
                continue;
            }

            if (sentence.End - sentence.Start <= longest)
            {
                Add(from, to);
                (from, to) = (sentence.Start, sentence.End);
                continue;
            }

            // What doesn't fit anyway may as well begin in the message that is open.
            foreach (var word in WordsOf(text, sentence, longest))
            {
                if (word.End - from > longest)
                {
                    Add(from, to);
                    from = word.Start;
                }

                to = word.End;
            }
        }

        Add(from, to);
        return parts;

        void Add(int start, int end)
        {
            if (end <= start) return;
            var gap = start;
            while (gap > 0 && text[gap - 1] is ' ' or '\n') gap--;
            parts.Add(new(text[start..end], parts.Count == 0 ? "" : text[gap..start]));
        }
    }

    /// <summary>The text that the parts were made of.</summary>
    public static string Join(IEnumerable<MessagePart> parts) => string.Concat(parts.Select(part => part.Before + part.Text));

    private static IEnumerable<(int Start, int End)> SentencesOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text[start..end];
            foreach (var sentence in Sentences.Split(line))
            {
                var (offset, length) = sentence.GetOffsetAndLength(line.Length);
                if (length > 0) yield return (start + offset, start + offset + length);
            }

            start = end + 1;
        }
    }

    private static IEnumerable<(int Start, int End)> WordsOf(string text, (int Start, int End) sentence, int longest)
    {
        for (var start = sentence.Start; start < sentence.End;)
        {
            var end = text.IndexOf(' ', start, sentence.End - start);
            if (end < 0) end = sentence.End;
            for (var piece = start; piece < end;)
            {
                var length = end - piece <= longest ? end - piece : Within(text, piece, longest);
                yield return (piece, piece + length);
                piece += length;
            }

            start = end + 1;
        }
    }

    // An emoji and its skin, or a flag's two halves, are one sign to the reader.
    private static int Within(string text, int start, int longest)
    {
        var length = 0;
        while (true)
        {
            var next = StringInfo.GetNextTextElementLength(text.AsSpan(start + length));
            if (length + next > longest) break;
            length += next;
        }

        return length > 0 ? length : char.IsHighSurrogate(text[start]) ? 2 : 1;
    }
}
