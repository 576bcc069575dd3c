using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Schema;

public class ActivityTests
{
    [Fact]
    public void An_outgoing_activity_goes_from_the_bot_to_the_user_and_answers_the_activity()
    {
        var reference = Recorder.Incoming().GetConversationReference();
        reference.Locale = "es-AR";

        var reply = new Activity(ActivityTypes.Message).ApplyConversationReference(reference);

        reply.From.Id.ShouldBe("bot");
        reply.Recipient.Id.ShouldBe("buyer");
        reply.ReplyToId.ShouldBe("in");
        reply.Id.ShouldBeNull();
        reply.ChannelId.ShouldBe("shop");
        reply.ServiceUrl.ShouldBe("https://channel.test/");
        reply.Conversation.Id.ShouldBe("c");
        reply.Locale.ShouldBe("es-AR");
    }

    [Fact]
    public void An_incoming_activity_goes_from_the_user_to_the_bot_and_takes_the_id()
    {
        var activity = new Activity(ActivityTypes.Message) { Locale = "pt-BR", ReplyToId = "before" };

        activity.ApplyConversationReference(Recorder.Incoming().GetConversationReference(), isIncoming: true).ShouldBeSameAs(activity);

        activity.From.Id.ShouldBe("buyer");
        activity.Recipient.Id.ShouldBe("bot");
        activity.Id.ShouldBe("in");
        activity.ReplyToId.ShouldBe("before");
    }

    [Fact]
    public void A_locale_of_its_own_stays()
    {
        var reference = new ConversationReference { Locale = "es-AR" };

        new Activity { Locale = "pt-BR" }.ApplyConversationReference(reference).Locale.ShouldBe("pt-BR");
    }

    [Theory]
    [InlineData("conversationUpdate", "webchat", null)]
    [InlineData("conversationUpdate", "directline", null)]
    [InlineData("conversationUpdate", "shop", "in")]
    [InlineData("message", "webchat", "in")]
    public void A_reference_to_a_web_chats_conversationUpdate_names_no_activity(string type, string channel, string? expected)
    {
        var activity = Recorder.Incoming();
        activity.Type = type;
        activity.ChannelId = channel;

        activity.GetConversationReference().ActivityId.ShouldBe(expected);
    }

    [Fact]
    public void A_reply_exchanges_sender_and_recipient_and_never_has_a_null_text()
    {
        var reply = Recorder.Incoming().CreateReply();

        reply.Type.ShouldBe(ActivityTypes.Message);
        reply.Text.ShouldBe(string.Empty);
        reply.From.Id.ShouldBe("bot");
        reply.Recipient.Id.ShouldBe("buyer");
        reply.ReplyToId.ShouldBe("in");
        reply.Attachments.ShouldBeEmpty();
        reply.Entities.ShouldBeEmpty();
        reply.Timestamp.ShouldNotBeNull();
    }

    [Fact]
    public void A_reference_to_the_reply_names_what_was_sent() =>
        Recorder.Incoming().GetReplyConversationReference(new ResourceResponse("out")).ActivityId.ShouldBe("out");

    [Fact]
    public void A_trace_answers_the_activity_and_names_its_values_type()
    {
        var trace = Recorder.Incoming().CreateTrace("facts", new Attachment(), label: "seen");

        trace.Type.ShouldBe(ActivityTypes.Trace);
        trace.Name.ShouldBe("facts");
        trace.ValueType.ShouldBe(nameof(Attachment));
        trace.Label.ShouldBe("seen");
        trace.From.Id.ShouldBe("bot");
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/other", true)]
    [InlineData("messageUpdate", false)]
    [InlineData(null, false)]
    public void A_type_is_itself_or_its_subtype(string? type, bool expected) =>
        (new Activity { Type = type }.AsMessageActivity() is not null).ShouldBe(expected);

    [Fact]
    public void Every_type_has_its_own_view()
    {
        new Activity(ActivityTypes.Event).AsEventActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Event).AsMessageActivity().ShouldBeNull();
        new Activity(ActivityTypes.Invoke).AsInvokeActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Trace).AsTraceActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Typing).AsTypingActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Handoff).AsHandoffActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Command).AsCommandActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.CommandResult).AsCommandResultActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.CommandResult).AsCommandActivity().ShouldBeNull();
        new Activity(ActivityTypes.Suggestion).AsSuggestionActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.MessageUpdate).AsMessageUpdateActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.MessageDelete).AsMessageDeleteActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.MessageReaction).AsMessageReactionActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.EndOfConversation).AsEndOfConversationActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.ConversationUpdate).AsConversationUpdateActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.InstallationUpdate).AsInstallationUpdateActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.ContactRelationUpdate).AsContactRelationUpdateActivity().ShouldNotBeNull();
    }

    [Fact]
    public void Channel_data_is_read_as_it_is_or_from_json()
    {
        var typed = new Attachment("a/b");

        new Activity { ChannelData = typed }.GetChannelData<Attachment>().ShouldBeSameAs(typed);
        new Activity { ChannelData = JObject.FromObject(typed) }.GetChannelData<Attachment>().ContentType.ShouldBe("a/b");
        new Activity().GetChannelData<Attachment>().ShouldBeNull();
    }

    [Fact]
    public void Channel_data_of_another_kind_can_be_tried_for()
    {
        new Activity { ChannelData = "text" }.TryGetChannelData<Attachment>(out var none).ShouldBeFalse();
        none.ShouldBeNull();
        new Activity { ChannelData = new JObject { ["name"] = "n" } }.TryGetChannelData<Attachment>(out var attachment).ShouldBeTrue();
        attachment.Name.ShouldBe("n");
    }

    [Fact]
    public void Content_is_text_summary_attachments_or_channel_data()
    {
        new Activity { Text = " " }.HasContent().ShouldBeFalse();
        new Activity { Text = "x" }.HasContent().ShouldBeTrue();
        new Activity { Summary = "x" }.HasContent().ShouldBeTrue();
        new Activity { Attachments = [] }.HasContent().ShouldBeFalse();
        new Activity { Attachments = [new Attachment()] }.HasContent().ShouldBeTrue();
        new Activity { ChannelData = new JObject() }.HasContent().ShouldBeTrue();
    }

    [Fact]
    public void Mentions_are_found_and_taken_out_of_the_text()
    {
        var activity = Recorder.Incoming("<at>Bot</at> hola");
        activity.Entities = [new Mention(new ChannelAccount("bot", "Bot"), "<at>Bot</at>"), new Entity("other")];

        activity.GetMentions().ShouldHaveSingleItem().Mentioned.Id.ShouldBe("bot");
        activity.MentionsRecipient().ShouldBeTrue();
        activity.MentionsId("buyer").ShouldBeFalse();
        activity.RemoveRecipientMention().ShouldBe("hola");
        activity.Text.ShouldBe("hola");
    }

    [Fact]
    public void A_reference_takes_its_locale_from_a_culture() =>
        new ConversationReference(new CultureInfo("es-MX"), activityId: "a").Locale.ShouldBe("es-MX");

    [Fact]
    public void A_text_is_an_action_with_that_title_and_value()
    {
        CardAction action = "rojo";

        action.Title.ShouldBe("rojo");
        action.Value.ShouldBe("rojo");
    }
}
