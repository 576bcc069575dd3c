using System.Text.Json;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ClaimModelTests
{
    private const long Seller = 700001001;
    private const long Buyer = 200;

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, MercadoLibreJson.Options)!;

    [Fact]
    public void The_sellers_part_and_what_he_may_and_must_do_are_found()
    {
        var claim = Read<Claim>(Fixtures.Claim);
        claim.Seller(Seller)!.Role.ShouldBe(ClaimRole.Respondent);
        claim.ActionsOf(Seller).Select(a => a.Action).ShouldBe([ClaimActionName.SendMessageToComplainant, ClaimActionName.Refund, ClaimActionName.From("novo_2027")]);
        claim.ActionsOf(Buyer).ShouldBeEmpty();
        claim.ActionsOf(1).ShouldBeEmpty();
        claim.MayDo(Seller, ClaimActionName.Refund).ShouldBeTrue();
        claim.MayDo(Seller, ClaimActionName.OpenDispute).ShouldBeFalse();
        claim.MandatoryOf(Seller)!.DueDate.ShouldBe(new DateTimeOffset(2026, 3, 6, 22, 33, 0, TimeSpan.FromHours(-4)));
        claim.Duty()!.Player.UserId.ShouldBe(Seller);
        claim.IsBuyer(Buyer).ShouldBeTrue();
        claim.IsBuyer(Seller).ShouldBeFalse();
        claim.OrderId.ShouldBe(2000007000000001);
        claim.ReasonGroup.ShouldBe(ClaimReasonGroup.DifferentOrDefective);
        (claim.HasReturn, claim.HasChange, claim.IsOpen).ShouldBe((true, false, true));
    }

    [Fact]
    public void In_a_cancelled_sale_the_seller_is_the_complainant_and_nothing_else_need_be_there()
    {
        var claim = Read<Claim>("""{"type":"cancel_sale","stage":"none","status":"closed","reason_id":"CS9532","players":[{"role":"complainant","user_id":700001001},{"role":"respondent","user_id":200}],"resolution":null}""");
        claim.Seller(Seller)!.Role.ShouldBe(ClaimRole.Complainant);
        claim.IsBuyer(Seller).ShouldBeFalse();
        claim.Resolution.ShouldBeNull();
        claim.Mediator().ShouldBeNull();
        claim.Duty().ShouldBeNull();
        claim.ReasonGroup.ShouldBe(ClaimReasonGroup.CancelledPurchase);
    }

    [Fact]
    public void One_id_in_several_parts_is_the_seller_first() =>
        Read<Claim>("""{"players":[{"role":"complainant","type":"buyer","user_id":1,"available_actions":[{"action":"a"}]},{"role":"respondent","type":"seller","user_id":1}]}""")
            .Seller(1)!.Type.ShouldBe(ClaimPlayerType.Seller);

    [Theory]
    [InlineData("PNR9502", ClaimReasonGroup.NotReceived)]
    [InlineData("pdd9549", ClaimReasonGroup.DifferentOrDefective)]
    [InlineData("CS9532", ClaimReasonGroup.CancelledPurchase)]
    [InlineData("CSX1", ClaimReasonGroup.Unknown)]
    [InlineData("1234", ClaimReasonGroup.Unknown)]
    [InlineData("", ClaimReasonGroup.Unknown)]
    [InlineData(null, ClaimReasonGroup.Unknown)]
    public void The_group_of_a_reason_is_in_its_id(string? id, ClaimReasonGroup group) => ClaimReasonGroups.Of(id).ShouldBe(group);

    [Fact]
    public void Every_documented_resolution_has_a_group_and_an_unknown_one_none()
    {
        ClaimResolutionReason.Known.Count.ShouldBe(35);
        ClaimResolutionReason.Known.ShouldAllBe(reason => reason.Group != ClaimResolutionGroup.Unknown);
        ClaimResolutionReason.From("PAYMENT_refunded").Group.ShouldBe(ClaimResolutionGroup.Refund);
        ClaimResolutionReason.From("no_bpp").Group.ShouldBe(ClaimResolutionGroup.NoCoverage);
        ClaimResolutionReason.From("novo_2027").Group.ShouldBe(ClaimResolutionGroup.Unknown);
        default(ClaimResolutionReason).Group.ShouldBe(ClaimResolutionGroup.Unknown);
    }

    [Fact]
    public void Both_spellings_of_returns_are_returns()
    {
        Read<Claim>("""{"type":"returns"}""").Type.IsReturn.ShouldBeTrue();
        Read<Claim>("""{"type":"return"}""").Type.IsReturn.ShouldBeTrue();
        Read<Claim>("""{"type":"mediations"}""").Type.IsReturn.ShouldBeFalse();
    }

    [Fact]
    public void Related_entities_that_come_as_objects_still_say_what_there_is_to_read() =>
        Read<Claim>("""{"related_entities":[{"type":"return","id":5}]}""").HasReturn.ShouldBeTrue();

    [Theory]
    [InlineData("""{"expected_resolution":"partial_refund","details":[{"key":"percentage","value":"50.0"},{"key":"seller_amount","value":"2500.0"},{"key":"seller_currency","value":"R$"}],"last_updated":"2024-04-16T13:05:04"}""")]
    [InlineData("""{"expected_resolution":"partial_refund","detail":[{"key":"percentage","value":"50.0"},{"key":"seller_amount","value":2500.0},{"key":"seller_currency","value":"R$"}],"last_update":"2024-04-16T13:05:04"}""")]
    public void A_wanted_resolution_is_the_same_in_either_spelling(string json)
    {
        var resolution = Read<ExpectedResolution>(json);
        resolution.Expectation.ShouldBe(ClaimExpectation.PartialRefund);
        (resolution.Percentage, resolution.SellerAmount, resolution.SellerCurrency).ShouldBe((50m, 2500m, "R$"));
        resolution.UpdatedAt.ShouldBe(new DateTimeOffset(2024, 4, 16, 13, 5, 4, TimeSpan.Zero));
    }

    [Fact]
    public void What_the_platform_adds_later_is_kept()
    {
        const string json = """{"id":1,"type":"novo_tipo","stage":"novo_stage","status":"novo","players":[{"role":"novo_role","available_actions":[{"action":"novo_action"}]}],"resolution":{"reason":"novo_motivo"},"novo":{"a":[1]}}""";
        var claim = Read<Claim>(json);
        claim.Type.IsKnown.ShouldBeFalse();
        claim.IsOpen.ShouldBeFalse();
        var again = JsonSerializer.Serialize(claim, MercadoLibreJson.Options);
        foreach (var word in (string[])["novo_tipo", "novo_stage", "novo_role", "novo_action", "novo_motivo", "\"novo\":{\"a\":[1]}"])
            again.ShouldContain(word);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(150)]
    public void A_partial_refund_is_a_part(int percentage) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PartialRefundRequest(percentage)).Message.ShouldContain("Nothing was sent.");

    [Fact]
    public void A_review_that_something_is_wrong_never_turns_into_one_that_all_is_well()
    {
        Should.Throw<ArgumentException>(() => ReturnReviewRequest.Wrong([]));
        Should.Throw<ArgumentException>(() => ReturnReviewRequest.Wrong([new FailedProduct("SRF6", " ")]));
        Should.Throw<ArgumentException>(() => ReturnReviewRequest.Wrong([new FailedProduct("SRF2", "Roto")])).Message.ShouldContain("SRF2");
        JsonSerializer.Serialize(ReturnReviewRequest.Wrong([new FailedProduct("SRF6", "x")]), MercadoLibreJson.Options).ShouldBe("""[{"reason":"SRF6","message":"x"}]""");
    }

    [Fact]
    public void Evidence_says_what_it_lacks_by_the_way_in_which_the_product_was_sent()
    {
        new ClaimEvidenceRequest().Lack().ShouldNotBeNull();
        ClaimEvidenceRequest.ByMail("", default).Lack()!.ShouldContain("the company");
        (ClaimEvidenceRequest.ByMail("Correios", default) with { DateShipped = null }).Lack()!.ShouldContain("when it was sent");
        ClaimEvidenceRequest.Entrusted("Total", "", "", default).Lack()!.ShouldSatisfyAllConditions(lack => lack.ShouldContain("the agency"), lack => lack.ShouldContain("who receives it"));
        ClaimEvidenceRequest.ByEmail("", default).Lack()!.ShouldContain("e-mail");
        new ClaimEvidenceRequest { Type = EvidenceType.HandlingShippingEvidence }.Lack()!.ShouldContain("day");
        new ClaimEvidenceRequest { Type = EvidenceType.From("novo") }.Lack()!.ShouldContain("novo");
        ((ClaimEvidenceRequest[])[ClaimEvidenceRequest.ByMail("Correios", default), ClaimEvidenceRequest.Entrusted("Total", "A", "J", default), ClaimEvidenceRequest.InPerson(default),
            ClaimEvidenceRequest.ByEmail("a@b.example", default), ClaimEvidenceRequest.Promise(default)]).ShouldAllBe(evidence => evidence.Lack() == null);
    }
}
