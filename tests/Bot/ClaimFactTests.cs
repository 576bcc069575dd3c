using MeliBot.Adapter.Claims;
using MeliBot.Bot.Facts;
using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;
using ClaimReceiver = MeliBot.Dialogs.Claims.ClaimReceiver;

namespace MeliBot.Bot.Tests;

public class ClaimFactTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_stored_claim_becomes_facts_each_with_its_source_and_time()
    {
        var facts = ClaimFactMap.Of(Stored() with
        {
            Detail = new ClaimDetail { Title = "El comprador reclama", Problem = "Llegó roto", ActionResponsible = ClaimParty.Seller, DueDate = At.AddDays(3) },
            DetailSeenAt = At.AddMinutes(1),
            Reason = new ClaimReason { Id = "PDD9549", Name = "broken", Detail = "Llegó roto", Settings = new ReasonSettings { RulesEngineTriage = [ClaimTriage.Defective] } },
            Reputation = new ClaimReputation { AffectsReputation = ReputationEffect.Affected, HasIncentive = true, DueDate = At.AddDays(2) },
            ReputationSeenAt = At.AddMinutes(2),
            Expected = [Wish(ClaimRole.Complainant, ClaimExpectation.Refund, ExpectationStatus.Pending), Wish(ClaimRole.Complainant, ClaimExpectation.ReturnProduct, ExpectationStatus.Rejected), Wish(ClaimRole.Respondent, ClaimExpectation.PartialRefund, ExpectationStatus.Pending)],
            ExpectedSeenAt = At.AddMinutes(3),
            Return = new Return { Status = ReturnStatus.Shipped, StatusMoney = ReturnMoneyStatus.From("retained") },
            ReturnSeenAt = At.AddMinutes(4),
            Sale = new ClaimSale(11, 10),
        }).ShouldNotBeNull();

        facts.Type.ShouldBe(new Fact<string>("mediations", "claim", At));
        facts.Group.ShouldBe(new Fact<string>("different_or_defective", "claim", At));
        facts.Triage.ShouldBe(new Fact<string>("defective", "claim-reason", At));
        facts.Actions!.Value.ShouldBe(["send_message_to_complainant", "refund"]);
        facts.Mandatory!.Value.ShouldBe("send_message_to_complainant");
        facts.Due.ShouldBe(new Fact<DateTimeOffset>(At.AddDays(1), "claim", At));
        facts.MustAct.ShouldBe(new Fact<string>("seller", "claim", At));
        facts.Reputation.ShouldBe(new Fact<string>("affected", "affects-reputation", At.AddMinutes(2)));
        facts.IncentiveUntil!.Value.ShouldBe(At.AddDays(2));
        facts.Expected!.Value.ShouldBe(["refund"]);
        (facts.ReturnStatus!.Value, facts.ReturnMoney!.Value).ShouldBe(("shipped", "retained"));
        facts.Title.ShouldBe(new Fact<string>("El comprador reclama", "claim-detail", At.AddMinutes(1)));
        (facts.Sale, facts.Order).ShouldBe((10L, 11L));
        ClaimReceiver.Of(facts).ShouldBe("complainant");
    }

    [Fact]
    public void What_is_missing_is_not_known_and_nobody_may_be_written_to()
    {
        ClaimFactMap.Of(null).ShouldBeNull();
        var facts = ClaimFactMap.Of(new StoredClaim { Account = 1, Id = 5, SeenAt = At, Claim = new Claim() }).ShouldNotBeNull();

        facts.ShouldBe(new ClaimFacts { Id = "5" });
        ClaimReceiver.Of(facts).ShouldBe("nobody");
        ClaimSituation.Of(facts, ["message"], [], At).Type.ShouldBeNull();
    }

    [Fact]
    public void Words_that_nobody_has_seen_are_kept()
    {
        var stored = Stored();
        var facts = ClaimFactMap.Of(stored with { Claim = stored.Claim with { Type = ClaimType.From("brand_new"), Stage = ClaimStage.From("limbo"), ReasonId = "XYZ1" } })!;
        (facts.Type!.Value, facts.Stage!.Value, facts.Group!.Value).ShouldBe(("brand_new", "limbo", "other"));
    }

    [Fact]
    public void A_triage_of_several_is_not_known() =>
        ClaimFactMap.Of(Stored() with { Reason = new ClaimReason { Settings = new ReasonSettings { RulesEngineTriage = [ClaimTriage.Defective, ClaimTriage.Different] } } })!.Triage.ShouldBeNull();

    [Theory]
    [InlineData("respondent", "seller")]
    [InlineData("complainant", "buyer")]
    [InlineData("mediator", "mediator")]
    [InlineData("buyer", "buyer")]
    [InlineData("somebody_new", "somebody_new")]
    public void Who_must_act_is_told_by_party_whatever_the_platform_calls_it(string said, string party)
    {
        var stored = Stored(mandatory: false);
        ClaimFactMap.Of(stored with { Detail = new ClaimDetail { ActionResponsible = ClaimParty.From(said) } })!.MustAct!.Value.ShouldBe(party);
    }

    [Fact]
    public void Where_the_seller_claims_his_part_is_the_complainants()
    {
        var stored = Stored(mandatory: false, ours: ClaimRole.Complainant) with { Detail = new ClaimDetail { ActionResponsible = ClaimParty.Complainant } };
        var facts = ClaimFactMap.Of(stored)!;
        (facts.Role!.Value, facts.MustAct!.Value).ShouldBe(("complainant", "seller"));
    }

    private static StoredClaim Stored(bool mandatory = true, ClaimRole? ours = null) => new()
    {
        Account = 1,
        Id = 5,
        SeenAt = At,
        Claim = new Claim
        {
            Id = 5,
            Type = ClaimType.Mediations,
            Stage = ClaimStage.Claim,
            Status = ClaimStatus.Opened,
            ReasonId = "PDD9549",
            Players =
            [
                new ClaimPlayer { UserId = 2, Role = ours == ClaimRole.Complainant ? ClaimRole.Respondent : ClaimRole.Complainant, Type = ClaimPlayerType.Buyer },
                new ClaimPlayer
                {
                    UserId = 1,
                    Role = ours ?? ClaimRole.Respondent,
                    Type = ClaimPlayerType.Seller,
                    AvailableActions = [new ClaimAction { Action = ClaimActionName.SendMessageToComplainant, Mandatory = mandatory, DueDate = mandatory ? At.AddDays(1) : null }, new ClaimAction { Action = ClaimActionName.Refund }],
                },
            ],
        },
    };

    private static ExpectedResolution Wish(ClaimRole role, ClaimExpectation what, ExpectationStatus status) => new() { PlayerRole = role, Expectation = what, Status = status };
}
