namespace MeliBot.Patterns;

/// <summary>
/// Reads from a regular expression what its matches can't do without: sets of words, of each of which every match holds one. The idea is RE2's prefilter. What it doesn't know of the
/// syntax makes it give up, never guess: a pattern without such words is looked for in every text.
/// </summary>
internal ref struct RequiredLiterals
{
    /// <summary>How many texts a part may stand for before they are no longer written out.</summary>
    private const int MostExact = 48;

    /// <summary>How many words a set may have.</summary>
    private const int MostNeeded = 256;

    /// <summary>How many sets are kept; the more of them, the fewer texts hold a word of each.</summary>
    private const int MostSets = 3;

    /// <summary>The most characters a class may have to be written out.</summary>
    private const int MostOfClass = 12;

    private readonly ReadOnlySpan<char> _pattern;
    private int _at;

    private RequiredLiterals(ReadOnlySpan<char> pattern) => _pattern = pattern;

    /// <summary>Sets of words; every match holds a word of each. The rarest first; none when nothing is needed, or when the pattern's syntax isn't known here.</summary>
    public static string[][] AllOf(string pattern)
    {
        try
        {
            var reader = new RequiredLiterals(pattern);
            var whole = reader.Alternation();
            return reader._at < pattern.Length ? [] : Array.ConvertAll(SetsOf(whole), set => set.Distinct(StringComparer.Ordinal).ToArray());
        }
        catch (UnknownSyntaxException)
        {
            return [];
        }
    }

    /// <summary>The rarest of them; null when there are none.</summary>
    public static string[]? Of(string pattern) => AllOf(pattern) is [var rarest, ..] ? rarest : null;

    private Part Alternation()
    {
        var whole = Sequence();
        while (Take('|'))
        {
            var other = Sequence();
            var exact = whole.Exact is not null && other.Exact is not null && whole.Exact.Length + other.Exact.Length <= MostExact ? (string[])[.. whole.Exact, .. other.Exact] : null;
            // What one of the two needs isn't needed by both: either's words do, set by set.
            whole = new(exact, [.. SetsOf(whole).Zip(SetsOf(other), (left, right) => (string[])[.. left, .. right])]);
        }

        return whole;
    }

    private Part Sequence()
    {
        // Texts that what was read last stands for, as long as they can be written out.
        string[] run = [""];
        var needed = new List<string[]>();
        var isExact = true;
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var part = Repeated(Atom());
            if (part.Exact is { } exact && run.Length * exact.Length <= MostExact)
            {
                run = [.. run.SelectMany(head => exact, (head, tail) => head + tail)];
                continue;
            }

            isExact = false;
            needed.Add(run);
            needed.AddRange(part.Needed);
            run = part.Exact ?? [""];
        }

        return isExact ? new(run, []) : new(null, Rarest([.. needed, run]));
    }

    private Part Repeated(Part part)
    {
        while (_at < _pattern.Length)
        {
            int least, most;
            if (Take('*')) (least, most) = (0, int.MaxValue);
            else if (Take('+')) (least, most) = (1, int.MaxValue);
            else if (Take('?')) (least, most) = (0, 1);
            else if (_pattern[_at] == '{') (least, most) = Counts();
            else return part;
            // Lazy or not, the same texts match.
            Take('?');
            part = (least, most) switch
            {
                (1, 1) => part,
                (0, 1) when part.Exact is { Length: < MostExact } => new(["", .. part.Exact], []),
                (0, _) => Part.Anything,
                _ => new(null, SetsOf(part)),
            };
        }

        return part;
    }

    private (int Least, int Most) Counts()
    {
        var end = _pattern[_at..].IndexOf('}');
        if (end < 0) throw new UnknownSyntaxException();
        var counts = _pattern.Slice(_at + 1, end - 1);
        _at += end + 1;
        var comma = counts.IndexOf(',');
        if (!int.TryParse(comma < 0 ? counts : counts[..comma], out var least)) throw new UnknownSyntaxException();
        if (comma < 0) return (least, least);
        return int.TryParse(counts[(comma + 1)..], out var most) ? (least, most) : comma == counts.Length - 1 ? (least, int.MaxValue) : throw new UnknownSyntaxException();
    }

    private Part Atom()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                return Class();
            case '^' or '$':
                return Part.Nothing;
            case '.':
                return Part.Anything;
            case '\\':
                return Escape();
            case '*' or '+' or '?' or '{':
                throw new UnknownSyntaxException();
            default:
                return new([c.ToString()], []);
        }
    }

    private Part Group()
    {
        if (Take('?'))
        {
            if (Take('<'))
            {
                var end = _pattern[_at..].IndexOf('>');
                if (end <= 0 || !char.IsLetter(_pattern[_at])) throw new UnknownSyntaxException();
                _at += end + 1;
            }
            else if (!Take(':'))
            {
                throw new UnknownSyntaxException();
            }
        }

        var part = Alternation();
        return Take(')') ? part : throw new UnknownSyntaxException();
    }

    private Part Class()
    {
        var isNegated = Take('^');
        var members = new HashSet<char>();
        var isKnown = !isNegated;
        for (var first = true; ; first = false)
        {
            if (_at >= _pattern.Length) throw new UnknownSyntaxException();
            var c = _pattern[_at++];
            if (c == ']' && !first) break;
            // Classes within classes, and what is taken away from them.
            if (c == '[' || (c == '-' && _at < _pattern.Length && _pattern[_at] == '[')) throw new UnknownSyntaxException();
            if (c == '\\')
            {
                if (ClassEscape() is not { } escaped)
                {
                    isKnown = false;
                    continue;
                }

                c = escaped;
            }

            if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                var last = _pattern[_at + 1];
                if (last is '\\' or '[' || last < c) throw new UnknownSyntaxException();
                _at += 2;
                if (last - c >= MostOfClass) isKnown = false;
                else for (var member = c; member <= last; member++) members.Add(member);
                continue;
            }

            members.Add(c);
        }

        return isKnown && members.Count is > 0 and <= MostOfClass ? new([.. members.Select(member => member.ToString())], []) : Part.Anything;
    }

    /// <summary>The character that stands for itself; null for a class.</summary>
    private char? ClassEscape()
    {
        if (_at >= _pattern.Length) throw new UnknownSyntaxException();
        var c = _pattern[_at++];
        return c is 'w' or 'd' or 's' or 'W' or 'D' or 'S' ? null : char.IsAsciiLetterOrDigit(c) ? throw new UnknownSyntaxException() : c;
    }

    private Part Escape()
    {
        if (_at >= _pattern.Length) throw new UnknownSyntaxException();
        var c = _pattern[_at++];
        return c switch
        {
            'b' or 'B' or 'A' or 'z' or 'Z' => Part.Nothing,
            'w' or 'd' or 's' or 'W' or 'D' or 'S' => Part.Anything,
            _ when char.IsAsciiLetterOrDigit(c) => throw new UnknownSyntaxException(),
            _ => new([c.ToString()], []),
        };
    }

    private bool Take(char c)
    {
        if (_at >= _pattern.Length || _pattern[_at] != c) return false;
        _at++;
        return true;
    }

    private static string[][] SetsOf(Part part) => Rarest(part.Exact is { } exact ? [.. part.Needed, exact] : part.Needed);

    /// <summary>The sets that fewest texts hold, by a guess: a word's chance falls with its length.</summary>
    private static string[][] Rarest(IEnumerable<string[]> sets) => [.. sets.Where(set => Chance(set) is not null).OrderBy(Chance).Take(MostSets)];

    private static double? Chance(string[] words) =>
        words.Length > MostNeeded || words.Contains("", StringComparer.Ordinal) ? null : words.Sum(word => Math.Pow(0.1, Math.Min(word.Length, 6)));

    /// <param name="Exact">Every text that the part can match; null when they can't be written out.</param>
    /// <param name="Needed">Sets of words; every match holds a word of each. Not said where <paramref name="Exact"/> says more.</param>
    private readonly record struct Part(string[]? Exact, string[][] Needed)
    {
        public static Part Anything => new(null, []);

        public static Part Nothing => new([""], []);
    }

    private sealed class UnknownSyntaxException : Exception;
}
