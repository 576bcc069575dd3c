using System.Collections.Frozen;
using MeliBot.Adapter.Outbound.Guards.Learnt;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>All guards, one after the other, as the settings want them.</summary>
public sealed class ContentGuards
{
    private readonly RecentFindings _recent = new();
    private readonly IGuard[] _all;
    private readonly IGuard[] _active;
    private readonly IGuard[] _passive;
    private readonly IGuard[] _last;
    private readonly PhraseGuard? _forbidden;
    private readonly string[] _allowed;

    /// <exception cref="ArgumentException">An option names a guard that doesn't exist, or a phrase without words.</exception>
    public ContentGuards(IEnumerable<IGuard> guards, GuardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(guards);
        options ??= GuardOptions.None;
        _all = [.. guards];
        var disabled = options.Disabled.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        if (disabled.FirstOrDefault(name => !Array.Exists(_all, guard => string.Equals(guard.Name, name, StringComparison.OrdinalIgnoreCase))) is { } unknown)
            throw new ArgumentException($"There is no guard '{unknown}' to switch off. There are: {string.Join(", ", _all.Select(guard => guard.Name))}.", nameof(options));
        _active = [.. _all.Where(guard => guard is not ILastGuard && !disabled.Contains(guard.Name))];
        _passive = [.. _all.Where(guard => guard is not ILastGuard && disabled.Contains(guard.Name))];
        _last = [.. _all.Where(guard => guard is ILastGuard && !disabled.Contains(guard.Name))];
        _forbidden = options.Forbidden.Count > 0 ? new PhraseGuard(options.Forbidden) : null;
        _allowed = [.. options.Allowed.Select(PhraseGuard.Fold)];
    }

    /// <summary>Those that the platform's rules ask for everywhere.</summary>
    public static IReadOnlyList<IGuard> Default { get; } =
    [
        new PhoneGuard(), new EmailGuard(), new AddressGuard(), new LinkGuard(), new SocialGuard(), new OffPlatformGuard(), new InsultGuard(), new ClaimThreatGuard(), new PostSalePromiseGuard(),
        new ClaimPromiseGuard(), new ClaimPressureGuard(),
        new SuspicionGuard(),
    ];

    /// <summary>The names by which the default guards are switched off.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Default.Select(guard => guard.Name)];

    /// <summary>The same guards under other options.</summary>
    /// <exception cref="ArgumentException">An option names a guard that doesn't exist, or a phrase without words.</exception>
    public ContentGuards With(GuardOptions options) => new(_all, options);

    /// <summary>In the text's order.</summary>
    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _recent.Of(request, Judge);
    }

    private GuardFinding[] Judge(GuardRequest request)
    {
        var findings = new List<GuardFinding>();
        if (_forbidden is not null) findings.AddRange(_forbidden.Check(request));
        var judged = _allowed.Length > 0 ? request.Without(_allowed) : request;
        foreach (var guard in _active) findings.AddRange(guard.Check(judged));
        if (findings.Count == 0 && !Array.Exists(_passive, guard => guard.Check(judged).Count > 0))
        {
            foreach (var guard in _last) findings.AddRange(guard.Check(judged));
        }

        return [.. findings.OrderBy(finding => finding.Start)];
    }
}
