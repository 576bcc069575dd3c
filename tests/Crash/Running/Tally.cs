using MeliBot.Crash.Tests.Judging;

namespace MeliBot.Crash.Tests.Running;

/// <summary>Adds up the verdicts of a campaign's runs.</summary>
internal sealed class Tally(TextWriter log)
{
    private const int MostShown = 100;

    private readonly List<(string Name, double Value)> _figures = [];
    private readonly List<string> _violations = [];
    private int _runs, _lost, _double, _outOfOrder, _parked, _unshown;
    private long _questions;

    public bool Clean => _violations.Count == 0;

    /// <param name="run">Says which run it was, for whoever has to find it again.</param>
    public void Add(string run, Verdict verdict)
    {
        _runs++;
        _questions += verdict.Asked;
        _lost += verdict.Lost.Count;
        _double += verdict.Double.Count;
        _outOfOrder += verdict.OutOfOrder.Count;
        _parked += verdict.Parked.Count;
        foreach (var violation in verdict.Violations)
            Violate(run, violation);
    }

    /// <summary>Counts towards a figure of its own in the table.</summary>
    public void Count(string figure, double amount = 1)
    {
        var at = _figures.FindIndex(known => known.Name == figure);
        if (at < 0)
            _figures.Add((figure, amount));
        else
            _figures[at] = (figure, _figures[at].Value + amount);
    }

    /// <summary>Keeps the largest.</summary>
    public void Most(string figure, double value)
    {
        var at = _figures.FindIndex(known => known.Name == figure);
        if (at < 0)
            _figures.Add((figure, value));
        else if (value > _figures[at].Value)
            _figures[at] = (figure, value);
    }

    public void Violate(string run, string what)
    {
        if (_violations.Count >= MostShown)
        {
            _unshown++;
            return;
        }

        _violations.Add($"{run}: {what}");
        log.WriteLine($"  VIOLATION {run}: {what}");
    }

    public CampaignResult Result() => new(
        _runs, _questions, _lost, _double, _outOfOrder, _parked, [.. _figures], _unshown == 0 ? [.. _violations] : [.. _violations, $"... and {_unshown} more."]);
}
