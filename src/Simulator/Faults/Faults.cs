using System.Text.RegularExpressions;

namespace MeliBot.Simulator;

/// <summary>The faults in force; at most one applies to a call, the oldest that fits and whose chance falls.</summary>
public sealed class Faults
{
    private readonly WorldCore _core;
    private readonly List<Armed> _armed = [];
    private long _ids;

    internal Faults(WorldCore core) => _core = core;

    public IReadOnlyList<(long Id, Fault Fault, int Applied)> InForce
    {
        get
        {
            lock (_core.Gate) return [.. _armed.Where(a => a.Alive(_core.Now)).Select(a => (a.Id, a.Fault, a.Applied))];
        }
    }

    public long Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_core.Gate)
        {
            _armed.RemoveAll(a => !a.Alive(_core.Now));
            var armed = new Armed(++_ids, fault, _core.Now + fault.In);
            _armed.Add(armed);
            return armed.Id;
        }
    }

    /// <summary>How often it was applied; null when it never was or is gone.</summary>
    public int? Applied(long id)
    {
        lock (_core.Gate) return _armed.Find(a => a.Id == id)?.Applied;
    }

    public bool Remove(long id)
    {
        lock (_core.Gate) return _armed.RemoveAll(a => a.Id == id) > 0;
    }

    public void Clear()
    {
        lock (_core.Gate) _armed.Clear();
    }

    internal Fault? PickForCall(string method, string path, long? applicationId, long? userId) =>
        Pick(f => f.Kind < FaultKind.NoticeDuplicate, $"{method} {path}", applicationId, userId);

    internal Fault? PickForNotice(FaultKind kind, string topic, long applicationId, long userId) =>
        Pick(f => f.Kind == kind, topic, applicationId, userId);

    private Fault? Pick(Func<Fault, bool> fits, string endpoint, long? applicationId, long? userId)
    {
        lock (_core.Gate)
        {
            var now = _core.Now;
            foreach (var armed in _armed)
            {
                var fault = armed.Fault;
                if (now < armed.From || !armed.Alive(now) || !fits(fault) || !armed.Matches(endpoint)) continue;
                if (fault.ApplicationId is { } app && app != applicationId) continue;
                if (fault.UserId is { } user && user != userId) continue;
                if (fault.Probability < 1 && _core.NextDouble() >= fault.Probability) continue;
                armed.Applied++;
                return fault;
            }

            return null;
        }
    }

    private sealed class Armed(long id, Fault fault, DateTimeOffset from)
    {
        private readonly Regex _pattern = Pattern(fault.Endpoint);

        public long Id { get; } = id;
        public Fault Fault { get; } = fault;
        public DateTimeOffset From { get; } = from;
        public int Applied { get; set; }

        public bool Alive(DateTimeOffset now) =>
            (Fault.Count is not { } count || Applied < count) && (Fault.For is not { } length || now < From + length);

        public bool Matches(string endpoint) => _pattern.IsMatch(endpoint);

        private static Regex Pattern(string endpoint)
        {
            var glob = endpoint.StartsWith('/') ? "* " + endpoint : endpoint;
            var text = "^" + Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
            return new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
    }
}
