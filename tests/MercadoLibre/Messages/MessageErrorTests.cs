using System.Text;

namespace MeliBot.MercadoLibre.Tests;

public sealed class MessageErrorTests
{
    [Theory]
    [InlineData("""{"message":"The conversation is blocked","error":"blocked_conversation","status":403,"cause":[{"code":"blocked_by_time","message":"blocked"}]}""", "blocked_by_time", false)]
    [InlineData("""{"cause":"blocked_by_excepted_case","error":"bad_request","message":"This pack belongs to an excepted case.","status_code":400}""", "blocked_by_excepted_case", true)]
    [InlineData("""{"status_code":403,"code":"blocked_by_conversation_use_message_api","message":"m"}""", "blocked_by_conversation_use_message_api", true)]
    [InlineData("""{"status_code":403,"code":"forbidden","message":"Blocked: blocked_by_novo_2027."}""", "blocked_by_novo_2027", false)]
    [InlineData("""{"status_code":403,"code":"forbidden","message":"blocked_conversation_send_message_forbidden"}""", null, false)]
    [InlineData("", null, false)]
    public void The_block_is_found_wherever_the_refusal_names_it(string body, string? block, bool plain)
    {
        var error = ErrorReader.Read(403, Encoding.UTF8.GetBytes(body));
        MessageErrors.BlockOf(error)?.Value.ShouldBe(block);
        MessageErrors.WantsPlainMessage(error).ShouldBe(plain);
    }

    [Theory]
    [InlineData("""{"status_code":403,"code":"forbidden","message":"blocked_conversation_send_message_forbidden"}""", true)]
    [InlineData("""{"message":"You can not send the message because a mediation is in process","error":"forbidden","status":403,"cause":[]}""", true)]
    [InlineData("""{"message":"The conversation is blocked","error":"x","status":403,"cause":[{"code":"blocked_by_time","message":"blocked"}]}""", true)]
    [InlineData("""{"message":"Access denied for user 7 to order 9","error":"forbidden","status":403,"cause":[]}""", false)]
    public void A_blocked_thread_is_told_from_what_belongs_to_someone_else(string body, bool blocked)
    {
        var error = ErrorReader.Read(403, Encoding.UTF8.GetBytes(body), new FailedRequest("POST", "/messages/packs/1/sellers/7"));
        MessageErrors.IsBlocked(error).ShouldBe(blocked);
        error.WhatToDo.Contains("Read the thread", StringComparison.Ordinal).ShouldBe(blocked);
    }
}
