using System.Globalization;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns.Claims;

/// <summary>One claim, and what the parties, the mediator and people do to it, by dice.</summary>
internal sealed class ClaimLife
{
    public const int MostSteps = 6;

    /// <summary>Dates are minutes here, where the platform has days.</summary>
    public static readonly TimeSpan LongestDate = TimeSpan.FromMinutes(5);

    private static readonly string[] Reasons = ["PNR9501", "PNR9503", "PDD9528", "PDD9542", "PDD9549", "PDD9551", "PDD9939", "CS9531", "XYZ1"];
    private static readonly string[] Endings = [ResolutionReasons.PaymentRefunded, ResolutionReasons.CoverageDecision, "worked_out_with_seller", "opened_claim_by_mistake", "never_seen_before"];
    private static readonly string[] ReturnSteps = [ReturnStatuses.Shipped, ReturnStatuses.Delivered, ReturnStatuses.Failed];

    private readonly World _world;
    private readonly Random _dice;
    private int _written;

    private ClaimLife(World world, WorldClaim claim, Random dice) => (_world, Id, _dice) = (world, claim.Id, dice);

    public long Id { get; }

    public static ClaimLife Begin(World world, WorldItem item, Random dice)
    {
        var order = world.Sales.Buy(new NewSale { BuyerId = world.CreateBuyer().Id, Lines = [new(item.Id)] })[0];
        string[] types = [.. ClaimTypes.All, ClaimTypes.Mediations, ClaimTypes.Mediations, ClaimTypes.Mediations, "never_seen_before"];
        var type = types[dice.Next(types.Length)];
        var talks = type is ClaimTypes.Mediations or ClaimTypes.Service or ClaimTypes.Change;
        var claim = world.Claims.Open(new NewClaim
        {
            OrderId = order.Id,
            Type = type,
            ReasonId = Reasons[dice.Next(Reasons.Length)],
            NoReason = dice.Next(20) == 0,
            Text = !talks || dice.Next(4) == 0 ? null : "Tengo un problema con la compra.",
            DueIn = dice.Next(3) == 0 ? null : TimeSpan.FromSeconds(dice.Next(30, 300)),
            Hashless = dice.Next(8) == 0,
            HidesMediator = dice.Next(3) == 0,
        });
        return new ClaimLife(world, claim, dice);
    }

    /// <summary>One step. What the claim doesn't allow now isn't done.</summary>
    public async Task LiveAsync(ConfirmingPeople people, CancellationToken cancellationToken)
    {
        var claim = _world.Claims.Find(Id)!;
        try
        {
            switch (_dice.Next(12))
            {
                case 0 or 1:
                    Write(ClaimRoles.Complainant);
                    break;
                case 2 when claim.Stage == ClaimStages.Dispute:
                    Write(ClaimRoles.Mediator);
                    break;
                case 3:
                    _world.Claims.Dispute(Id);
                    break;
                case 4:
                    _world.Claims.Close(Id, Endings[_dice.Next(Endings.Length)], without: _dice.Next(5) == 0);
                    break;
                case 5 when !claim.IsOpen:
                    _world.Claims.Reopen(Id);
                    break;
                case 6:
                    _world.Claims.Returns.Start(Id);
                    break;
                case 7:
                    _world.Claims.Returns.Move(Id, ReturnSteps[_dice.Next(ReturnSteps.Length)]);
                    break;
                case 8:
                    _world.Claims.Talk.WriteElsewhere(Id, $"Escribo desde el sitio, {Number()}.");
                    break;
                case 9:
                    _world.Claims.Solutions.Answer(Id, _dice.Next(2) == 0);
                    break;
                case 10 or 11:
                    await people.ConfirmAsync(Id, _dice, cancellationToken);
                    break;
                default:
                    _world.Claims.Touch(Id);
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            // The claim is over, or its stage knows no such thing: the dice asked for what can't be.
        }
    }

    private void Write(string role) => _world.Claims.Talk.Write(Id, role, $"{(role == ClaimRoles.Mediator ? "<p>Esperamos su respuesta" : "¿Qué pasa con esto?")} {Number()}");

    private string Number() => (++_written).ToString(CultureInfo.InvariantCulture);
}
