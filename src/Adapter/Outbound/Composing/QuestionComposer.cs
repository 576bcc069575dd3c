using System.Diagnostics.CodeAnalysis;
using MeliBot.Delivery.Reasons;
using System.Globalization;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// Makes the one line that answers a question out of all that the bot said in a turn: one greeting, the cores in the order asked, complements while there is room,
/// one closing. Pure and deterministic; composing its own text as a core gives the same text.
/// </summary>
/// <remarks>
/// A core without a span stays behind the core that was sent before it. When room is short complements give way first, then the closing, then the greeting;
/// a core is never cut. A greeting or closing alone is no answer.
/// </remarks>
public sealed class QuestionComposer
{
    private const int MostPasses = 8;

    // An instance, so that a host can register another one.
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Part of a service's contract.")]
    public Composition Compose(IReadOnlyList<Fragment> fragments, ComposeOptions options)
    {
        ArgumentNullException.ThrowIfNull(fragments);
        ArgumentNullException.ThrowIfNull(options);

        var composition = Compose(fragments, options.MaxLength, PlainText.Flatten);
        if (IsSettled(composition.Text, options.MaxLength)) return composition;

        // Signs of two parts met and read as markup together (a lone asterisk here, another there): take such signs out of all parts.
        composition = Compose(fragments, options.MaxLength, PlainText.Harden);
        if (IsSettled(composition.Text, options.MaxLength)) return composition;

        // Signs that stand alone are bullets at a part's head and ends of sentences at its tail ("sí. - Gracias . :)"), so lines that hold them don't settle: only words are kept.
        composition = Compose(fragments, options.MaxLength, text => string.Join(' ', PlainText.Harden(text).Split(' ').Where(piece => Characters.HasWord(piece))));
        if (IsSettled(composition.Text, options.MaxLength)) return composition;

        return AsOnePiece(composition, options.MaxLength);
    }

    /// <summary>
    /// What reads differently together than apart, however it is cleaned: the line is read again until it stays, it counts as one piece, and a person looks at it.
    /// Only texts of signs and scraps come here.
    /// </summary>
    private static Composition AsOnePiece(Composition unsettled, int room)
    {
        var text = unsettled.Text!;
        for (var pass = 0; pass < MostPasses && !IsSettled(text, room); pass++)
            text = Compose([new Fragment(text, FragmentRole.Core)], room, PlainText.Flatten).Text ?? text;
        var first = unsettled.Spans[0];
        return new(
            text,
            [first with { Start = 0, Length = text.Length }],
            [.. unsettled.Dropped, .. unsettled.Spans.Where(span => span.Fragment != first.Fragment).Select(span => new DroppedFragment(span.Fragment, span.Role, span.Intent, unsettled.Text!.Substring(span.Start, span.Length), DropCause.Repeated, ComposeReasons.OnePiece))],
            [.. unsettled.Holds, ComposeReasons.OddSigns]);
    }

    private static Composition Compose(IReadOnlyList<Fragment> fragments, int room, Func<string, string> flatten) =>
        new Draft(fragments, [.. fragments.Select(fragment => FramedText.Normalise(fragment.Text ?? "", flatten))], room).Finish();

    private static bool IsSettled(string? text, int room) =>
        text is null || SettlesAtOnce(text) || string.Equals(Compose([new Fragment(text, FragmentRole.Core)], room, PlainText.Flatten).Text, text, StringComparison.Ordinal);

    /// <summary>
    /// Whether the line surely composes to itself: flattening leaves it and its parts alone, so it comes apart into greeting, core and closing in this order and goes together again,
    /// and no greeting or closing within a sentence would have to give way.
    /// </summary>
    private static bool SettlesAtOnce(string text)
    {
        if (!PlainText.IsFlat(text) || !FramedText.StaysFlat(text) || !SentenceEnd.IsOne(text)) return false;
        var framed = FramedText.Read(text);
        return framed.CoreKeys.Count > 0
            && (framed.Greeting.Length + framed.Thanks.Length == 0 || InlineFraming.HeadLength(framed.Core, framed.CoreKeys[0]) == 0)
            && (framed.Closing.Length == 0 || InlineFraming.TailStart(framed.Core, framed.CoreKeys[^1]) < 0);
    }

    private sealed class Draft
    {
        private readonly IReadOnlyList<Fragment> _fragments;
        private readonly int _room;
        private readonly List<DroppedFragment> _dropped = [];
        private readonly List<Reason> _holds = [];
        private readonly List<Part> _greetings = [];
        private readonly List<Part> _cores = [];
        private readonly List<Part> _complements = [];
        private readonly List<Part> _closings = [];
        private readonly List<Part> _thanks = [];
        private readonly IReadOnlyList<string>[] _keys;

        public Draft(IReadOnlyList<Fragment> fragments, string[] texts, int room)
        {
            _fragments = fragments;
            _room = room;
            _keys = new IReadOnlyList<string>[fragments.Count];
            var cores = new List<Part>();
            for (var i = 0; i < fragments.Count; i++)
            {
                var part = new Part(i, fragments[i].Role, texts[i]);
                if (!Characters.HasWord(part.Text)) Drop(part, DropCause.Empty, ComposeReasons.Unreadable);
                else if (part.Role == FragmentRole.Greeting) (IsThanks(part.Text) ? _thanks : _greetings).Add(part);
                else if (part.Role == FragmentRole.Closing) _closings.Add(part);
                else if (part.Role == FragmentRole.Complement) _complements.Add(part);
                else cores.Add(part with { Role = FragmentRole.Core });
            }

            Lift(InOrderAsked(cores));
        }

        private string Room => Number(_room);

        // Sent as a greeting, but thanks by its words: read again it would go behind a greeting.
        private static bool IsThanks(string text) => new ParsedText(text).Keys is { Count: > 0 } keys && keys.All(Phrases.IsThanks);

        public Composition Finish()
        {
            if (_cores.Count > 1) _holds.AddRange(Contradictions.Find([.. _cores.Select(core => (_fragments[core.Fragment], (IReadOnlyList<string>)_keys[core.Fragment]))]));
            List<Part> greeting = [.. OnlyOne(_greetings), .. OnlyOne(_thanks)];
            var closing = OnlyOne(_closings);
            var cores = Fitting(_cores, parts => parts);
            var left = _cores.Except(cores).ToList();
            if (left.Count > 0)
            {
                foreach (var core in left) Drop(core, DropCause.NoRoom, ComposeReasons.NoRoomBeside.With(Room));
                _holds.Add(_cores.Count == 1 ? ComposeReasons.TooLong.With(Room) : ComposeReasons.LeftOut.With(Room, Number(left.Count), Number(_cores.Count)));
            }

            greeting = Framing(greeting, parts => [.. parts, .. cores]);
            closing = Framing(closing, parts => [.. greeting, .. cores, .. parts]);
            var complements = Fitting(_complements, parts => [.. greeting, .. cores, .. parts, .. closing]);
            foreach (var part in _complements.Except(complements)) Drop(part, DropCause.NoRoom, ComposeReasons.NoRoomAfter);
            if (cores.Count == 0 && complements.Count == 0)
            {
                foreach (var part in greeting.Concat(closing)) Drop(part, DropCause.NoAnswer, ComposeReasons.FramingAlone);
                return new(null, [], _dropped, _holds);
            }

            List<Part> said = [.. greeting, .. cores, .. complements, .. closing];
            var line = new ComposedLine(said);
            foreach (var (part, text) in line.Removed) Drop(part with { Text = text }, DropCause.Repeated, ComposeReasons.Repeated);
            return new(line.Text, [.. line.Spans().Select(Span)], _dropped, _holds);
        }

        private List<Part> InOrderAsked(List<Part> cores)
        {
            var place = -1;
            var placed = cores.ConvertAll(core => (Core: core, Place: place = _fragments[core.Fragment].Span?.Start ?? place));
            return [.. placed.OrderBy(core => core.Place).Select(core => core.Core)];
        }

        /// <summary>A plain text that opens with "¡Hola!" or ends with "¡Saludos!" brings its own greeting or closing: it goes where those go, once.</summary>
        private void Lift(List<Part> cores)
        {
            List<Part> body = [.. cores, .. _complements];
            var split = body.ConvertAll(part => (Part: part, Pieces: FramedText.Read(part.Text)));
            foreach (var (part, pieces) in split) _keys[part.Fragment] = pieces.CoreKeys;
            if (split.Exists(part => Characters.HasWord(part.Pieces.Core)))
            {
                body.Clear();
                foreach (var (part, pieces) in split)
                {
                    if (pieces.Greeting.Length > 0) _greetings.Add(part with { Role = FragmentRole.Greeting, Text = pieces.Greeting });
                    if (pieces.Thanks.Length > 0) _thanks.Add(part with { Role = FragmentRole.Greeting, Text = pieces.Thanks });
                    if (pieces.Core.Length > 0) body.Add(part with { Text = pieces.Core });
                    if (pieces.Closing.Length > 0) _closings.Add(part with { Role = FragmentRole.Closing, Text = pieces.Closing });
                }

                LiftHeads(body);
                LiftTails(body);
            }

            _complements.Clear();
            foreach (var part in body)
            {
                // "¡Gracias! (" sent as a core: what its thanks leave behind says nothing.
                if (!Characters.HasWord(part.Text)) Drop(part, DropCause.Empty, ComposeReasons.Unreadable);
                else (part.Role == FragmentRole.Complement ? _complements : _cores).Add(part);
            }
        }

        /// <summary>"Hola, sí, hay": the greeting stays where it is only at the very start, and only if no other is said.</summary>
        private void LiftHeads(List<Part> body)
        {
            var stays = false;
            for (var i = 0; i < body.Count; i++)
            {
                while (_keys[body[i].Fragment] is [var first, ..] && InlineFraming.HeadLength(body[i].Text, first) is > 0 and var length)
                {
                    stays |= i == 0 && _greetings.Count == 0 && _thanks.Count == 0;
                    if (i == 0 && stays) break;
                    Spare(stays, _greetings, body[i] with { Role = FragmentRole.Greeting, Text = InlineFraming.Alone(body[i].Text.AsSpan(0, length)) });
                    Cut(body, i, InlineFraming.Capital(body[i].Text[length..].TrimStart(' ')));
                }
            }
        }

        /// <summary>"Es nuevo, saludos": likewise at the very end.</summary>
        private void LiftTails(List<Part> body)
        {
            var stays = false;
            for (var i = body.Count - 1; i >= 0; i--)
            {
                while (_keys[body[i].Fragment] is [.., var last] && InlineFraming.TailStart(body[i].Text, last) is >= 0 and var start)
                {
                    stays |= i == body.Count - 1 && _closings.Count == 0;
                    if (i == body.Count - 1 && stays) break;
                    Spare(stays, _closings, body[i] with { Role = FragmentRole.Closing, Text = InlineFraming.Alone(body[i].Text.AsSpan(start)) });
                    Cut(body, i, SentenceEnd.Give(body[i].Text[..start]));
                }
            }
        }

        private void Cut(List<Part> body, int index, string text)
        {
            body[index] = body[index] with { Text = text };
            _keys[body[index].Fragment] = new ParsedText(text).Keys;
        }

        private void Spare(bool isSaid, List<Part> pool, Part framing)
        {
            if (isSaid) DropSpare(framing);
            else pool.Add(framing);
        }

        private void DropSpare(Part part) => Drop(part, DropCause.OneIsEnough, part.Role == FragmentRole.Greeting ? ComposeReasons.OneGreeting : ComposeReasons.OneClosing);

        private List<Part> OnlyOne(List<Part> parts)
        {
            if (parts.Count == 0) return parts;
            // What a fragment was sent as wins over what a core happened to open with.
            var first = parts.Find(part => _fragments[part.Fragment].Role == part.Role) ?? parts.FirstOrDefault();
            foreach (var part in parts.Where(part => part != first)) DropSpare(part);
            return first is null ? [] : [first];
        }

        private List<Part> Framing(List<Part> parts, Func<List<Part>, List<Part>> place)
        {
            if (parts.Count == 0 || Fits(place(parts))) return parts;
            if (parts.Count > 1 && Framing(parts[..1], place) is { Count: > 0 } fewer)
            {
                Drop(parts[1], DropCause.NoRoom, ComposeReasons.NoRoomFraming);
                return fewer;
            }

            foreach (var part in parts)
            {
                Drop(part, DropCause.NoRoom, ComposeReasons.NoRoomFraming);
                if (_fragments[part.Fragment].Role == FragmentRole.Core) _holds.Add(ComposeReasons.NoRoomForOwn.With(Room, part.Role.ToString().ToLowerInvariant()));
            }

            return [];
        }

        private List<Part> Fitting(List<Part> parts, Func<List<Part>, List<Part>> place)
        {
            if (Fits(place(parts))) return parts;
            var chosen = new List<Part>();
            foreach (var part in parts)
            {
                chosen.Add(part);
                if (!Fits(place(chosen))) chosen.RemoveAt(chosen.Count - 1);
            }

            return chosen;
        }

        private bool Fits(List<Part> parts)
        {
            var length = parts.Count - 1;
            foreach (var part in parts) length += part.Text.Length;
            return length <= _room || new ComposedLine(parts).Text.Length <= _room;
        }

        private ComposedSpan Span((Part Part, int Start, int Length) span)
        {
            var fragment = _fragments[span.Part.Fragment];
            return new(span.Start, span.Length, span.Part.Fragment, span.Part.Role, fragment.Intent, fragment.Rule, fragment.Facts ?? [], fragment.ActivityId);
        }

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

        private void Drop(Part part, DropCause cause, Reason reason) =>
            _dropped.Add(new(part.Fragment, part.Role, _fragments[part.Fragment].Intent, part.Text, cause, reason));
    }
}
