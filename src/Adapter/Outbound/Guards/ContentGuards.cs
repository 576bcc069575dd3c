namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>All guards, one after the other.</summary>
public sealed class ContentGuards(IEnumerable<IGuard> guards) : IGuard
{
    private readonly IGuard[] _guards = [.. guards];

    /// <summary>Those that the platform's rules ask for everywhere.</summary>
    public static IReadOnlyList<IGuard> Default { get; } =
        [new PhoneGuard(), new EmailGuard(), new AddressGuard(), new LinkGuard(), new SocialGuard(), new ClaimThreatGuard(), new PostSalePromiseGuard()];

    public IReadOnlyList<GuardFinding> Check(GuardRequest request) =>
        [.. _guards.SelectMany(guard => guard.Check(request)).OrderBy(finding => finding.Start)];
}
