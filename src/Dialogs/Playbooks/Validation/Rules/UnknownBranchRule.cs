using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>A reply whose cores read a fact that may not be known says what it says then: nothing is invented, and nothing falls silent by accident.</summary>
internal sealed class UnknownBranchRule : IRule
{
    /// <summary>What the buyer, the dialog or the clock says isn't a fact about the product.</summary>
    private static readonly string[] NoFacts = ["question", "state", "clock", "account"];

    public void Check(CheckContext playbook)
    {
        foreach (var reply in playbook.Model.Replies.Values)
        {
            foreach (var fragment in reply.Fragments) CheckBranch(playbook, fragment);
            Core[] cores = [.. reply.Fragments.Where(f => f.Role == FragmentRole.Core).Select(f => Core.Of(playbook, f))];
            if (cores.Length > 0 && FirstUncovered(cores) is var (fact, core)) Report(playbook, reply, fact, core);
        }
    }

    /// <summary>The first fact without which no core need hold. A core that doesn't read it helps only if, without the others, something is still said.</summary>
    private static (string Fact, Core Core)? FirstUncovered(IReadOnlyList<Core> cores)
    {
        foreach (var core in cores)
        {
            foreach (var fact in core.Reads)
            {
                if (cores.Any(c => c.Covers(fact))) continue;
                Core[] others = [.. cores.Where(c => !c.Reads.Any(read => Same(read, fact)))];
                if (others.Length == 0 || FirstUncovered(others) is not null) return (fact, core);
            }
        }

        return null;
    }

    private static void Report(CheckContext playbook, ReplyDefinition reply, string fact, Core core)
    {
        var branch = fact.LastIndexOf('.') is > 0 and var dot && FactCatalogue.Find(fact[..dot]) is { MayBeUnknown: true, Type: FactType.Group } group ? group.Name : fact;
        playbook.Report(TextProblems.UnknownBranch, core.PlaceOf(playbook, fact), $"reply \"{reply.Name}\" has nothing to say where {fact} isn't known", "what isn't known makes no fragment hold, so the buyer would get no answer", $"add a fragment \"- unknown: {branch}\" with what you say then, or with hand_over: \"...\"");
    }

    private static void CheckBranch(CheckContext playbook, FragmentDefinition fragment)
    {
        if (fragment.Unknown is not { } unknown) return;
        if (unknown.Count == 0) playbook.Report(TextProblems.EmptyUnknown, fragment.Source, "\"unknown\" names no fact", "it holds where a fact isn't known; without one it never holds", "name the fact that the other fragments read, such as item.warranty");
        foreach (var name in unknown)
        {
            if (FactCatalogue.Find(name) is not { } variable)
            {
                var fault = UnknownVariable.Fault(name, name, 0, 0);
                playbook.Report(LiquidProblems.UnknownVariable, fragment.Source, fault.Message, fault.Why, fault.Suggestion);
            }
            else if (!variable.MayBeUnknown)
            {
                playbook.Report(TextProblems.EmptyUnknown, fragment.Source, $"\"{name}\" is always known", "this branch would never be said", "take the fragment out, or name another fact");
            }
        }

        // A branch that says what isn't known would never be said.
        foreach (var template in fragment.Say?.Variations.Values.SelectMany(v => v) ?? [])
        {
            if (playbook.Read(template).Uses.FirstOrDefault(u => u.Needed && unknown.Count == 1 && (u.Path == unknown[0] || u.Path.StartsWith(unknown[0] + ".", StringComparison.Ordinal))) is { } use)
                playbook.Report(TextProblems.EmptyUnknown, playbook.Within(template.Source, template.Text, use.Start, use.Length), $"the branch for an unknown {unknown[0]} says {use.Path}", "where the branch holds there is nothing to say in its place, so it would never be said", $"take {{{{ {use.Path} }}}} out of this text");
        }
    }

    private static bool Same(string a, string b) => a == b || a.StartsWith(b + ".", StringComparison.Ordinal) || b.StartsWith(a + ".", StringComparison.Ordinal);

    /// <param name="Reads">Facts without which it doesn't hold.</param>
    /// <param name="Unknown">Facts that it holds without.</param>
    private sealed record Core(FragmentDefinition Fragment, IReadOnlyList<string> Reads, IReadOnlyList<string> Unknown)
    {
        public static Core Of(CheckContext playbook, FragmentDefinition fragment)
        {
            var tree = fragment.When is { } when ? TextReading.OfCondition(when.Text).Tree : null;
            var said = fragment.Say?.Variations.Values.SelectMany(v => v).SelectMany(t => playbook.Read(t).Needs) ?? [];
            var known = Knowledge.KnownIf(tree);
            return new Core(
                fragment,
                [.. known.Concat(said).Select(Root).Where(IsUnsureFact).Distinct(StringComparer.Ordinal)],
                [.. (fragment.Unknown ?? []).Concat(Knowledge.UnknownIf(tree))]);
        }

        /// <summary>It is said where the fact isn't known.</summary>
        public bool Covers(string fact) => Unknown.Any(u => u == fact || fact.StartsWith(u + ".", StringComparison.Ordinal) || u.StartsWith(fact + ".", StringComparison.Ordinal));

        public SourceSpan PlaceOf(CheckContext playbook, string fact)
        {
            if (Fragment.When is { } when && TextReading.OfCondition(when.Text).Reading.Uses.FirstOrDefault(u => Root(u.Path) == fact) is { } tested) return playbook.Within(when.Source, when.Text, tested.Start, tested.Length);
            foreach (var template in Fragment.Say?.Variations.Values.SelectMany(v => v) ?? [])
            {
                if (playbook.Read(template).Uses.FirstOrDefault(u => u.Needed && Root(u.Path) == fact) is { } said) return playbook.Within(template.Source, template.Text, said.Start, said.Length);
            }

            return Fragment.Source;
        }

        private static bool IsUnsureFact(string path) => FactCatalogue.Find(path) is { MayBeUnknown: true } variable && !NoFacts.Contains(variable.Source);

        private static string Root(string path) => path.IndexOf("[]", StringComparison.Ordinal) is >= 0 and var list ? path[..list] : path.EndsWith(".size", StringComparison.Ordinal) && FactCatalogue.Find(path) is null ? path[..^5] : path;
    }
}
