<%-- A comment --%>
<p><%= name %></p>
<%
// Java's
%>

