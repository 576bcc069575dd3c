using System.Text;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ClaimErrorTests
{
    private static MercadoLibreError Read(int status, string body) =>
        ErrorReader.Read(status, Encoding.UTF8.GetBytes(body), new FailedRequest("POST", "/post-purchase/v1/claims/1/expected-resolutions/refund"));

    [Theory]
    [InlineData("""{"message":"Action allow_partial_refund not available for player","error":"bad_request","status":400,"cause":[]}""", "allow_partial_refund")]
    [InlineData("""{"message":"Action send_message_to_mediator not available for player","error":"bad_request_error","status":400,"cause":[]}""", "send_message_to_mediator")]
    [InlineData("""{"code":400,"error":"bad_request_error","message":"Not valid action return_review_ok for player role respondent","cause":null}""", "return_review_ok")]
    [InlineData("""{"message":"Action novo_2027 not available for player.","error":"bad_request_error","status":400}""", "novo_2027")]
    [InlineData("""{"message":"Percentage not found 35.0","error":"error checking configuration percentage","status":400}""", null)]
    [InlineData("""{"message":"No action","error":"bad_request_error","status":400}""", null)]
    [InlineData("", null)]
    public void An_action_that_isnt_there_is_named_however_the_platform_says_it(string body, string? action)
    {
        var error = Read(400, body);
        ClaimErrors.MissingAction(error)?.Value.ShouldBe(action);
        ClaimErrors.IsActionMissing(error).ShouldBe(action is not null);
        error.IsAmbiguous.ShouldBeFalse();
        error.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public void A_partial_refund_is_refused_for_its_percentage_or_altogether()
    {
        var percentage = Read(400, """{"message":"Percentage not found 35.0","error":"error checking configuration percentage","status":400}""");
        ClaimErrors.IsPercentageRefused(percentage).ShouldBeTrue();
        ClaimErrors.AllowsNoPartialRefund(percentage).ShouldBeFalse();
        ClaimErrors.AllowsNoPartialRefund(Read(422, "{}")).ShouldBeTrue();
        ClaimErrors.AllowsNoPartialRefund(Read(400, """{"message":"Action allow_partial_refund not available for player","error":"bad_request"}""")).ShouldBeTrue();
        ClaimErrors.AllowsNoPartialRefund(Read(400, """{"message":"Action refund not available for player","error":"bad_request"}""")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(404, """{"code":404,"error":"not_found_error","message":"Claim not found. claimId: 9999999999999","cause":null}""", true)]
    [InlineData(400, """{"message":"Attachment not found [claim: 1 - fileName: a.png]","error":"business_logic_error","status":400,"cause":[]}""", true)]
    [InlineData(403, """{"message":"You don't have permission to access the resource","error":"forbidden_error","status":403,"cause":[]}""", false)]
    public void What_isnt_there_is_told_from_what_isnt_ours(int status, string body, bool missing) => ClaimErrors.IsMissing(Read(status, body)).ShouldBe(missing);

    [Fact]
    public void A_search_without_a_filter_is_known_by_its_words() =>
        ClaimErrors.IsUnbounded(Read(400, """{"error":"invalid_params","message":"Invalid parameters. At least submit some of these filters: [resource and resource_id]..."}""")).ShouldBeTrue();

    [Theory]
    [InlineData("""{"execution_details":[{"id":"e-1","type":"rule","message":"No label.","suggested_action":"Offer a refund."},7]}""", 1)]
    [InlineData("""[{"id":"e-1","type":"rule","message":"No label.","suggested_action":"Offer a refund."}]""", 1)]
    [InlineData("not json", 0)]
    [InlineData("{}", 0)]
    public async Task What_a_header_says_about_the_refusal_is_among_its_causes(string header, int count)
    {
        await using var platform = await FakePlatform.StartAsync((context, _) =>
        {
            context.Response.Headers["metadata"] = header;
            return context.JsonAsync("""{"message":"Action refund not available for player","error":"bad_request","status":400,"cause":[]}""", 400);
        });
        await using var test = await new TestClient(platform).LinkedAsync();

        var error = (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Claims.RefundAsync(1))).Error;

        error.Causes.Count.ShouldBe(count);
        if (count > 0)
            error.Causes[0].ShouldBeEquivalentTo(new ErrorCause("e-1", "No label. Offer a refund.", "rule", []));
    }
}
